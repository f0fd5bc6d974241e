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
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/** A TLS server with a certificate of {@code src/test/resources/tls}, by name. */
record TlsServer(String name, boolean wantsClients) {
  static final Path FILES = Path.of("src/test/resources/tls").toAbsolutePath();

  /**
   * Performs the handshake; requires a client certificate of the engine's CA if {@code
   * wantsClients}.
   */
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
      KeyStore authorities = empty();
      authorities.setCertificateEntry("ca", chain("engine-ca")[0]);
      TrustManagerFactory trusted = TrustManagerFactory.getInstance("PKIX");
      trusted.init(authorities);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(
          new KeyManager[] {new OnlyKey(chain(name), key())}, trusted.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Uses the key even where Java would reject the certificate. */
  private static final class OnlyKey extends X509ExtendedKeyManager {
    private final X509Certificate[] chain;
    private final PrivateKey key;

    OnlyKey(X509Certificate[] chain, PrivateKey key) {
      this.chain = chain;
      this.key = key;
    }

    @Override
    public @Nullable String chooseServerAlias(String type, Principal[] issuers, Socket socket) {
      return type.equals("EC") ? "only" : null;
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
      return chain;
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
      return key;
    }

    @Override
    public String[] getServerAliases(String type, Principal[] issuers) {
      throw new UnsupportedOperationException();
    }

    @Override
    public String[] getClientAliases(String type, Principal[] issuers) {
      throw new UnsupportedOperationException();
    }

    @Override
    public String chooseClientAlias(String[] types, Principal[] issuers, Socket socket) {
      throw new UnsupportedOperationException();
    }
  }

  private static KeyStore empty() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  private static X509Certificate[] chain(String name) throws GeneralSecurityException, IOException {
    byte[] pem = Files.readAllBytes(FILES.resolve(name + ".pem"));
    return CertificateFactory.getInstance("X.509")
        .generateCertificates(new ByteArrayInputStream(pem))
        .toArray(X509Certificate[]::new);
  }

  /**
   * Returns the key next to the certificate, or else the key shared by the servers of its
   * directory.
   */
  private PrivateKey key() throws GeneralSecurityException, IOException {
    Path own = FILES.resolve(name + "-key.pem");
    Path file = Files.exists(own) ? own : FILES.resolve(name).resolveSibling("key.pem");
    String base64 = Files.readString(file, US_ASCII).replaceAll("-----[^-]+-----|\\s", "");
    return KeyFactory.getInstance("EC")
        .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
  }
}
