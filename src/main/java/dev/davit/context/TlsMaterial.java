package dev.davit.context;

import dev.davit.config.ConfigException;
import dev.davit.engine.tls.Tls;
import dev.davit.io.WholeFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads certificates and keys from files. Errors have the words of docker and Go's crypto/tls
 * (cli/context/docker/load.go, X509KeyPair).
 */
final class TlsMaterial {
  private TlsMaterial() {}

  /**
   * Reads the files.
   *
   * @param env the environment, whose SSL_CERT_FILE replaces the system's authorities, used without
   *     a CA file
   * @throws ConfigException if a file is unreadable or invalid
   */
  static Tls read(TlsFiles files, Map<String, String> env) {
    try {
      List<X509Certificate> authorities =
          files.ca().isPresent() ? authorities(WholeFile.read(files.ca().get())) : List.of();
      Optional<Tls.Client> client =
          files.cert().isPresent() && files.key().isPresent()
              ? Optional.of(
                  client(WholeFile.read(files.cert().get()), WholeFile.read(files.key().get())))
              : Optional.empty();
      boolean system = files.ca().isEmpty() && files.verify();
      return new Tls(system ? SystemAuthorities.read(env) : authorities, client, files.verify());
    } catch (IOException | ConfigException e) {
      throw new ConfigException("Failed to initialize: " + e.getMessage());
    }
  }

  /** Returns the certificates of a CA file, which must not be empty. */
  static List<X509Certificate> authorities(byte[] file) {
    List<X509Certificate> authorities = certificates(file);
    if (authorities.isEmpty()) {
      throw bad("ca.pem seems invalid");
    }
    return authorities;
  }

  /** Returns all certificates of a file; broken ones are left out. */
  static List<X509Certificate> certificates(byte[] file) {
    List<X509Certificate> certificates = new ArrayList<>();
    for (Pem block : Pem.blocks(file)) {
      if (block.isCertificate()) {
        certificate(block).ifPresent(certificates::add);
      }
    }
    return certificates;
  }

  private static Optional<X509Certificate> certificate(Pem block) {
    try {
      return Optional.of(
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(block.content())));
    } catch (CertificateException e) {
      return Optional.empty();
    }
  }

  /** Returns a certificate chain with its private key. */
  static Tls.Client client(byte[] certFile, byte[] keyFile) {
    List<Pem> keys = Pem.blocks(keyFile);
    if (keys.isEmpty()) {
      throw new ConfigException("no valid private key found");
    }
    if (keys.getFirst().encrypted()) {
      throw new ConfigException(
          "private key is encrypted - support for encrypted private keys has been removed, see"
              + " https://docs.docker.com/go/deprecated/");
    }
    List<X509Certificate> chain = chain(Pem.blocks(certFile));
    Pem block = keys.stream().filter(Pem::isPrivateKey).findFirst().orElseThrow(() -> noKey(keys));
    PrivateKey key =
        PrivateKeyFormat.parse(block.content())
            .orElseThrow(() -> bad("tls: failed to parse private key"));
    checkPair(chain.getFirst().getPublicKey(), key);
    return new Tls.Client(chain, key);
  }

  private static List<X509Certificate> chain(List<Pem> blocks) {
    List<Pem> certificates = blocks.stream().filter(Pem::isCertificate).toList();
    if (certificates.isEmpty()) {
      throw noCertificate(blocks);
    }
    return certificates.stream()
        .map(block -> certificate(block).orElseThrow(() -> bad("x509: malformed certificate")))
        .toList();
  }

  private static ConfigException noCertificate(List<Pem> blocks) {
    if (blocks.isEmpty()) {
      return bad("tls: failed to find any PEM data in certificate input");
    }
    return bad(
        blocks.size() == 1 && blocks.getFirst().isPrivateKey()
            ? "tls: failed to find certificate PEM data in certificate input, but did find a private"
                + " key; PEM inputs may have been switched"
            : "tls: failed to find \"CERTIFICATE\" PEM block in certificate input after skipping PEM"
                + " blocks of the following types: "
                + types(blocks));
  }

  private static ConfigException noKey(List<Pem> blocks) {
    return bad(
        blocks.size() == 1 && blocks.getFirst().isCertificate()
            ? "tls: found a certificate rather than a key in the PEM for the private key"
            : "tls: failed to find PEM block with type ending in \"PRIVATE KEY\" in key input after"
                + " skipping PEM blocks of the following types: "
                + types(blocks));
  }

  private static String types(List<Pem> blocks) {
    return "[" + String.join(" ", blocks.stream().map(Pem::type).toList()) + "]";
  }

  /** Rejects a key that does not fit the certificate: signs a text and verifies the signature. */
  private static void checkPair(PublicKey certified, PrivateKey key) {
    String algorithm = key.getAlgorithm();
    if (!algorithm.equals(certified.getAlgorithm())) {
      throw bad("tls: private key type does not match public key type");
    }
    byte[] text = {1};
    try {
      Signature signature =
          Signature.getInstance(
              switch (algorithm) {
                case "RSA" -> "SHA256withRSA";
                case "EC" -> "SHA256withECDSA";
                default -> algorithm;
              });
      signature.initSign(key);
      signature.update(text);
      byte[] signed = signature.sign();
      signature.initVerify(certified);
      signature.update(text);
      if (signature.verify(signed)) {
        return;
      }
    } catch (GeneralSecurityException e) {
      // two keys on different curves, at most
    }
    throw bad("tls: private key does not match public key");
  }

  private static ConfigException bad(String problem) {
    return new ConfigException("failed to retrieve context tls info: " + problem);
  }
}
