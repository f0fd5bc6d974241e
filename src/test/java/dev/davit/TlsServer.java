package dev.davit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** A server of {@code src/test/resources/tls}, by the name of its certificate. */
record TlsServer(String name, boolean wantsClients) {
  static final Path FILES = Path.of("src/test/resources/tls").toAbsolutePath();

  private static final char[] NO_PASSWORD = {};

  /** Shakes hands with a client, which must be one that the CA of the engine signed if wanted. */
  Socket accept(Socket raw) throws IOException {
    SSLSocket socket =
        (SSLSocket) context().getSocketFactory().createSocket(raw, null, raw.getPort(), false);
    socket.setUseClientMode(false);
    socket.setNeedClientAuth(wantsClients);
    socket.startHandshake();
    return socket;
  }

  private SSLContext context() throws IOException {
    try {
      KeyStore keys = empty();
      keys.setKeyEntry(
          "server", key(name + "-key.pem"), NO_PASSWORD, new Certificate[] {certificate(name)});
      KeyManagerFactory own = KeyManagerFactory.getInstance("PKIX");
      own.init(keys, NO_PASSWORD);
      KeyStore authorities = empty();
      authorities.setCertificateEntry("ca", certificate("engine-ca"));
      TrustManagerFactory trusted = TrustManagerFactory.getInstance("PKIX");
      trusted.init(authorities);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyStore empty() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  private static Certificate certificate(String name) throws GeneralSecurityException, IOException {
    byte[] pem = Files.readAllBytes(FILES.resolve(name + ".pem"));
    return CertificateFactory.getInstance("X.509")
        .generateCertificate(new ByteArrayInputStream(pem));
  }

  private static PrivateKey key(String file) throws GeneralSecurityException, IOException {
    String base64 =
        Files.readString(FILES.resolve(file), US_ASCII).replaceAll("-----[^-]+-----|\\s", "");
    return KeyFactory.getInstance("EC")
        .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
  }
}
