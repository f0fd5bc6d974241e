package dev.davit.engine.tls;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

/**
 * The TLS settings of an engine.
 *
 * @param authorities certificates of trusted authorities; if empty, no engine is trusted
 * @param client the client's certificate; empty to send none
 * @param verify whether the engine's certificate is verified
 */
public record Tls(List<X509Certificate> authorities, Optional<Client> client, boolean verify) {

  /** The client's certificate, followed by the certificates up to its authority, and the key. */
  public record Client(List<X509Certificate> chain, PrivateKey key) {}

  /** Returns a factory of TLS sockets; {@code trust} verifies the engine. */
  public SSLSocketFactory sockets(TrustManager trust) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      KeyManager[] keys = client.map(ClientKey::new).stream().toArray(KeyManager[]::new);
      context.init(keys, new TrustManager[] {trust}, null);
      return context.getSocketFactory();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has TLS", e);
    }
  }
}
