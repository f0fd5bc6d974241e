package dev.davit.engine.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateParsingException;
import java.security.cert.PKIXReason;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import javax.security.auth.x500.X500Principal;
import okhttp3.HttpUrl;
import okhttp3.internal.tls.OkHostnameVerifier;

/**
 * Finds the reasons why docker rejects certificates, with the messages of Go's crypto/x509; an
 * empty message means no flaw. PKIX ignores most of them in trusted certificates.
 */
final class CertificateFlaws {
  private static final String UNKNOWN = "certificate signed by unknown authority";
  private static final String TOO_LONG = "too many intermediates for path length constraint";

  private static final String CONSTRAINED =
      "a root or intermediate certificate is not authorized to sign for this name";

  private static final String NAMES = "2.5.29.17";
  private static final String NAME_CONSTRAINTS = "2.5.29.30";
  private static final String FOR_SERVERS = "1.3.6.1.5.5.7.3.1";
  private static final String FOR_ALL = "2.5.29.37.0";
  private static final int DNS = 2;
  private static final int IP = 7;
  private static final Map<Object, String> KINDS = Map.of(DNS, "DNS name", IP, "IP address");

  private final List<X509Certificate> chain;
  private final X509Certificate server;
  private final Collection<List<?>> names;
  private String ofSigner = "";

  /**
   * Creates the checks of a chain.
   *
   * @param chain the certificates that the server has sent, its own first
   */
  CertificateFlaws(List<X509Certificate> chain) throws CertificateParsingException {
    this.chain = chain;
    this.server = chain.getFirst();
    Collection<List<?>> all = server.getSubjectAlternativeNames();
    this.names = all == null ? List.of() : all;
  }

  /**
   * The flaw of any certificate: an unknown critical extension, or a validity that does not include
   * the current time.
   */
  String now(X509Certificate certificate) {
    if (certificate.hasUnsupportedCriticalExtension()) {
      return "unhandled critical extension";
    }
    Instant now = Instant.now();
    Instant from = certificate.getNotBefore().toInstant();
    Instant to = certificate.getNotAfter().toInstant();
    if (!now.isBefore(from) && !now.isAfter(to)) {
      return "";
    }
    String time =
        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
            now.truncatedTo(ChronoUnit.SECONDS).atZone(ZoneId.systemDefault()));
    return "certificate has expired or is not yet valid: current time "
        + time
        + (now.isBefore(from) ? " is before " + from : " is after " + to);
  }

  /** The flaw of a certificate that is not meant for servers. */
  String purpose(X509Certificate certificate) throws CertificateParsingException {
    List<String> uses = certificate.getExtendedKeyUsage();
    return uses == null || uses.contains(FOR_SERVERS) || uses.contains(FOR_ALL)
        ? ""
        : "certificate specifies an incompatible key usage";
  }

  /** The flaw of a certificate that is signed with an algorithm that Go does not accept. */
  String signature(X509Certificate certificate) {
    return certificate.getSigAlgName().matches("SHA(256|384|512)with(RSA|ECDSA)|RSASSA-PSS|Ed.*")
        ? ""
        : UNKNOWN;
  }

  /** The flaw of a server's certificate that OkHttp does not accept for a host. */
  String name(String host) {
    if (OkHostnameVerifier.INSTANCE.verify(host, server)) {
      return "";
    }
    boolean address = host.indexOf(':') >= 0 || host.matches("[0-9.]+");
    List<String> valid = new ArrayList<>();
    for (List<?> name : names) {
      if (name.getFirst().equals(address ? IP : DNS)) {
        valid.add(shortened((String) name.get(1)));
      }
    }
    if (!valid.isEmpty()) {
      return "certificate is valid for " + String.join(", ", valid) + ", not " + host;
    }
    if (address) {
      return "cannot validate certificate for " + host + " because it doesn't contain any IP SANs";
    }
    String subject = "," + server.getSubjectX500Principal().getName() + ",";
    return names.isEmpty() && subject.contains(",CN=" + host + ",")
        ? "certificate relies on legacy Common Name field, use SANs instead"
        : "certificate is not valid for any names, but wanted to match " + host;
  }

  /** An IPv6 address in Go's form, {@code 2001:db8::1}; other names unchanged. */
  private static String shortened(String name) {
    return name.indexOf(':') < 0
        ? name
        : new HttpUrl.Builder().scheme("http").host(name).build().host();
  }

  /** The flaw of an intermediate certificate that the server has sent. */
  String ofIntermediate(X509Certificate signer) throws CertificateParsingException {
    return firstFlaw(signer, now(signer), signature(signer), constraint(signer), purpose(signer));
  }

  /** The flaw of a trusted certificate. */
  String ofAuthority(X509Certificate signer) throws CertificateParsingException {
    int between = chain.size() - (chain.contains(signer) ? 2 : 1);
    int limit = signer.getBasicConstraints();
    String length = limit >= 0 && limit < between ? TOO_LONG : isTwin(signer) ? UNKNOWN : "";
    return firstFlaw(signer, now(signer), constraint(signer), length, purpose(signer));
  }

  /** Whether a certificate is another one with the server's names and key. */
  private boolean isTwin(X509Certificate signer) {
    return !signer.equals(server)
        && signer.getPublicKey().equals(server.getPublicKey())
        && signer.getSubjectX500Principal().equals(server.getSubjectX500Principal())
        && Arrays.equals(signer.getExtensionValue(NAMES), server.getExtensionValue(NAMES));
  }

  /**
   * Returns the first flaw, and keeps it for {@link #path} if the certificate's name is an issuer
   * in the chain.
   */
  private String firstFlaw(X509Certificate signer, String... flaws) {
    String flaw = Arrays.stream(flaws).filter(each -> !each.isEmpty()).findFirst().orElse("");
    X500Principal name = signer.getSubjectX500Principal();
    if (ofSigner.isEmpty()
        && chain.stream().anyMatch(each -> each.getIssuerX500Principal().equals(name))) {
      ofSigner = flaw;
    }
    return flaw;
  }

  /** The flaw of a certificate whose name constraints exclude a name of the server. */
  private String constraint(X509Certificate signer) {
    for (List<?> name : names) {
      String kind = KINDS.get(name.getFirst());
      if (kind != null && !permits(signer, (int) name.getFirst(), (String) name.get(1))) {
        return CONSTRAINED
            + ": "
            + kind
            + " \""
            + name.get(1)
            + "\" is not permitted by any constraint";
      }
    }
    return "";
  }

  private static boolean permits(X509Certificate signer, int kind, String name) {
    try {
      X509CertSelector selector = new X509CertSelector();
      // A wildcard is constrained like the names that it matches.
      selector.addPathToName(kind, name.replace('*', 'z'));
      return selector.match(signer);
    } catch (IOException e) {
      return signer.getExtensionValue(NAME_CONSTRAINTS) == null;
    }
  }

  /** The flaw for which the JDK rejects the server; the JDK's message if docker would accept it. */
  String path(GeneralSecurityException refusal) throws CertificateParsingException {
    if (!ofSigner.isEmpty()) {
      return ofSigner;
    }
    Throwable cause = refusal.getCause();
    if (cause instanceof CertPathValidatorException path) {
      if (path.getReason() == PKIXReason.PATH_TOO_LONG) {
        return TOO_LONG;
      }
      return path.getReason() == PKIXReason.INVALID_NAME ? CONSTRAINED : UNKNOWN;
    }
    String words = String.valueOf(refusal.getMessage());
    if (cause instanceof GeneralSecurityException
        || refusal instanceof InvalidAlgorithmParameterException) {
      return UNKNOWN;
    }
    String purpose = purpose(server);
    return purpose.isEmpty() ? words : purpose;
  }
}
