package dev.davit.context;

import dev.davit.io.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;

/**
 * The certificate authorities that the system trusts, read from the same files as by Go's
 * crypto/x509: the JDK's, or ones built into the native binary, would differ.
 */
public final class SystemAuthorities {
  private static final List<String> FILES =
      List.of(
          "/etc/ssl/certs/ca-certificates.crt",
          "/etc/pki/tls/certs/ca-bundle.crt",
          "/etc/ssl/ca-bundle.pem",
          "/etc/pki/tls/cacert.pem",
          "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
          "/etc/ssl/cert.pem");

  private SystemAuthorities() {}

  /** Returns the authorities; if none are found, an empty list, by which no server is trusted. */
  public static List<X509Certificate> read(Map<String, String> env) throws IOException {
    String named = env.getOrDefault("SSL_CERT_FILE", "");
    for (String file : named.isEmpty() ? FILES : List.of(named)) {
      if (Files.isReadable(Path.of(file))) {
        return TlsMaterial.certificates(WholeFile.read(Path.of(file)));
      }
    }
    return List.of();
  }
}
