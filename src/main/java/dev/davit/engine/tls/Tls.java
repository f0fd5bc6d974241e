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
 * What TLS to an engine is made of.
 *
 * @param authorities who may have signed the engine's certificate; with none, no engine is trusted
 * @param verify whether the engine's certificate is checked at all
 */
public record Tls(List<X509Certificate> authorities, Optional<Client> client, boolean verify) {

  /** How we show the engine who we are: a certificate, behind it those that lead to its CA. */
  public record Client(List<X509Certificate> chain, PrivateKey key) {}

  /** Makes sockets that speak TLS; {@code trust} decides about the engine. */
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
