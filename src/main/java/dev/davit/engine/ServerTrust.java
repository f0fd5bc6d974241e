package dev.davit.engine;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether the other end is the engine, with the checks of Go's crypto/x509, in its order
 * and its words.
 */
final class ServerTrust extends X509ExtendedTrustManager {
  private static final String PURPOSE_SERVER = "1.3.6.1.5.5.7.3.1";
  private static final String ANY_PURPOSE = "2.5.29.37.0";

  private final Tls tls;
  private final String host;

  ServerTrust(Tls tls, String host) {
    this.tls = tls;
    this.host = host;
  }

  /** Says why the certificate is none of the engine's. */
  static final class Distrust extends CertificateException {
    private static final long serialVersionUID = 1L;

    Distrust(String reason) {
      super("tls: failed to verify certificate: x509: " + reason);
    }
  }

  private void check(X509Certificate[] chain) throws CertificateException {
    if (!tls.verify()) {
      return;
    }
    X509Certificate server = chain[0];
    checkTime(server, Instant.now());
    ServerName.check(server, host);
    if (!tls.authorities().contains(server)) {
      checkSigned(server, List.of(chain));
    }
    checkPurpose(server);
  }

  private static void checkTime(X509Certificate server, Instant now) throws Distrust {
    Instant from = server.getNotBefore().toInstant();
    Instant to = server.getNotAfter().toInstant();
    if (!now.isBefore(from) && !now.isAfter(to)) {
      return;
    }
    String time =
        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
            now.truncatedTo(ChronoUnit.SECONDS).atZone(ZoneId.systemDefault()));
    throw new Distrust(
        "certificate has expired or is not yet valid: current time "
            + time
            + (now.isBefore(from) ? " is before " + from : " is after " + to));
  }

  private void checkSigned(X509Certificate server, List<X509Certificate> chain) throws Distrust {
    X509CertSelector target = new X509CertSelector();
    target.setCertificate(server);
    Set<TrustAnchor> anchors =
        tls.authorities().stream()
            .map(authority -> new TrustAnchor(authority, null))
            .collect(Collectors.toSet());
    if (anchors.isEmpty()) {
      throw new Distrust("certificate signed by unknown authority");
    }
    try {
      PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, target);
      parameters.setRevocationEnabled(false);
      parameters.addCertStore(
          CertStore.getInstance("Collection", new CollectionCertStoreParameters(chain)));
      CertPathBuilder.getInstance("PKIX").build(parameters);
    } catch (GeneralSecurityException e) {
      throw new Distrust("certificate signed by unknown authority");
    }
  }

  private static void checkPurpose(X509Certificate server) throws CertificateException {
    List<String> purposes = server.getExtendedKeyUsage();
    if (purposes != null
        && Collections.disjoint(purposes, Arrays.asList(PURPOSE_SERVER, ANY_PURPOSE))) {
      throw new Distrust("certificate specifies an incompatible key usage");
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    check(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, @Nullable Socket socket)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, @Nullable SSLEngine engine)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, @Nullable Socket socket) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, @Nullable SSLEngine engine) {
    throw new UnsupportedOperationException();
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
