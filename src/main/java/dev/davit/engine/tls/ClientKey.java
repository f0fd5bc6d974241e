package dev.davit.engine.tls;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * The client's key. As in Go's crypto/tls, it is not sent to an engine that does not list an issuer
 * of the client's certificates.
 */
final class ClientKey extends X509ExtendedKeyManager {
  private static final String ALIAS = "client";

  private final Tls.Client client;

  ClientKey(Tls.Client client) {
    this.client = client;
  }

  @Override
  public @Nullable String chooseClientAlias(
      String[] keyTypes, Principal @Nullable [] issuers, @Nullable Socket socket) {
    boolean suits = List.of(keyTypes).contains(client.key().getAlgorithm());
    return suits && isTrusted(issuers) ? ALIAS : null;
  }

  private boolean isTrusted(Principal @Nullable [] issuers) {
    if (issuers == null || issuers.length == 0) {
      return true;
    }
    List<Principal> trusted = Arrays.asList(issuers);
    return client.chain().stream()
        .anyMatch(certificate -> trusted.contains(certificate.getIssuerX500Principal()));
  }

  @Override
  public X509Certificate[] getCertificateChain(String alias) {
    return client.chain().toArray(X509Certificate[]::new);
  }

  @Override
  public PrivateKey getPrivateKey(String alias) {
    return client.key();
  }

  @Override
  public String[] getClientAliases(String keyType, Principal[] issuers) {
    return new String[] {ALIAS};
  }

  @Override
  public @Nullable String[] getServerAliases(String keyType, Principal[] issuers) {
    return new String[0];
  }

  @Override
  public @Nullable String chooseServerAlias(
      String keyType, Principal[] issuers, @Nullable Socket socket) {
    return null;
  }
}
