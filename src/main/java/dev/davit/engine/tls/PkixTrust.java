package dev.davit.engine.tls;

import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.net.ssl.CertPathTrustManagerParameters;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * A trust manager that accepts the servers that the JDK's PKIX trust manager accepts. Certificates
 * that docker would reject are withheld from it, so fewer servers are accepted than by the JDK,
 * never more. TLS itself verifies the host name, as set by {@link TlsSockets}.
 */
public final class PkixTrust implements X509TrustManager {
  private final List<X509Certificate> authorities;
  private final String host;

  /**
   * Creates a trust manager for one host.
   *
   * @param authorities certificates to trust; if empty, no server is trusted
   * @param host the name or address that the server's certificate must be valid for
   */
  public PkixTrust(List<X509Certificate> authorities, String host) {
    this.authorities = authorities;
    this.host = host;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    X509Certificate server = chain[0];
    CertificateFlaws flaws = new CertificateFlaws(Arrays.asList(chain));
    refuse(flaws.now(server));
    refuse(flaws.name(host));
    refuse(authorities.contains(server) ? "" : flaws.signature(server));
    Set<TrustAnchor> anchors = new HashSet<>();
    for (X509Certificate authority : authorities) {
      if (flaws.ofAuthority(authority).isEmpty()) {
        anchors.add(new TrustAnchor(authority, null));
      }
    }
    List<X509Certificate> usable = new ArrayList<>(List.of(server));
    for (X509Certificate intermediate : Arrays.asList(chain).subList(1, chain.length)) {
      if (flaws.ofIntermediate(intermediate).isEmpty()) {
        usable.add(intermediate);
      }
    }
    try {
      PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, null);
      parameters.setRevocationEnabled(false);
      TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
      factory.init(new CertPathTrustManagerParameters(parameters));
      ((X509TrustManager) factory.getTrustManagers()[0])
          .checkServerTrusted(usable.toArray(X509Certificate[]::new), type);
    } catch (GeneralSecurityException e) {
      throw new CertificateException(flaws.path(e), e);
    }
    refuse(flaws.purpose(server));
  }

  private static void refuse(String flaw) throws CertificateException {
    if (!flaw.isEmpty()) {
      throw new CertificateException(flaw);
    }
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) {
    throw new UnsupportedOperationException();
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return authorities.toArray(X509Certificate[]::new);
  }
}
