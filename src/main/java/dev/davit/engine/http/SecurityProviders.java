package dev.davit.engine.http;

import java.security.Security;

/** The security providers that Java sets up, which takes time at the start. */
public final class SecurityProviders {
  private static volatile boolean keepsAll;

  private SecurityProviders() {}

  /** Keeps all providers, for connections with TLS after others; called before the first one. */
  public static void keepAll() {
    keepsAll = true;
  }

  /**
   * Registers a single provider, unless all are kept. OkHttp reads the name of the first provider,
   * for which Java sets up all of them: 30 ms. Without TLS no other provider is needed, and Java
   * registers a provider that is named twice only once.
   */
  static void setUpOne() {
    if (keepsAll) {
      return;
    }
    String first = Security.getProperty("security.provider.1");
    for (int i = 2; Security.getProperty("security.provider." + i) != null; i++) {
      Security.setProperty("security.provider." + i, first);
    }
  }
}
