package dev.davit.engine;

import dev.davit.engine.ServerTrust.Distrust;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import okhttp3.HttpUrl;

/** Whether a certificate was made for a host, as Go's crypto/x509 sees it (VerifyHostname). */
final class ServerName {
  private static final int DNS_NAME = 2;
  private static final int IP_ADDRESS = 7;

  private ServerName() {}

  /**
   * @param host a name, or an address without brackets
   */
  static void check(X509Certificate certificate, String host)
      throws Distrust, CertificateParsingException {
    boolean isAddress = isAddress(host);
    List<String> names = names(certificate, isAddress ? IP_ADDRESS : DNS_NAME);
    for (String name : names) {
      if (isAddress ? isSame(name, host) : matches(name, host)) {
        return;
      }
    }
    if (names.isEmpty()) {
      throw new Distrust(
          isAddress
              ? "cannot validate certificate for "
                  + host
                  + " because it doesn't contain any IP SANs"
              : "certificate is not valid for any names, but wanted to match " + host);
    }
    throw new Distrust(
        "certificate is valid for "
            + String.join(
                ", ", isAddress ? names.stream().map(ServerName::shortened).toList() : names)
            + ", not "
            + host);
  }

  private static List<String> names(X509Certificate certificate, int kind)
      throws CertificateParsingException {
    Collection<List<?>> all = certificate.getSubjectAlternativeNames();
    List<String> names = new ArrayList<>();
    for (List<?> name : all == null ? List.<List<?>>of() : all) {
      if (name.get(0).equals(kind)) {
        names.add(String.valueOf(name.get(1)));
      }
    }
    return names;
  }

  private static boolean isAddress(String host) {
    return host.indexOf(':') >= 0 || host.matches("\\d+\\.\\d+\\.\\d+\\.\\d+");
  }

  private static boolean isSame(String address, String host) {
    try {
      // both are literals: nothing is looked up
      return InetAddress.getByName(address).equals(InetAddress.getByName(host));
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /** A star stands for one label, the first. */
  private static boolean matches(String pattern, String host) {
    String[] wanted = labels(pattern);
    String[] labels = labels(host);
    if (wanted.length != labels.length) {
      return false;
    }
    for (int i = 0; i < labels.length; i++) {
      boolean any = i == 0 && wanted[i].equals("*");
      if (labels[i].isEmpty() || !any && !wanted[i].equals(labels[i])) {
        return false;
      }
    }
    return true;
  }

  private static String[] labels(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return (lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower).split("\\.", -1);
  }

  /** An address as Go writes it: {@code 2001:db8::1}. */
  private static String shortened(String address) {
    return address.indexOf(':') < 0
        ? address
        : new HttpUrl.Builder().scheme("http").host(address).build().host();
  }
}
