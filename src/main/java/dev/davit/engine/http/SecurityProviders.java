package dev.davit.engine.http;

import java.security.Security;

/**
 * The security providers that Java sets up. By default all are, as other code of the process may
 * need them.
 */
public final class SecurityProviders {
  private static volatile boolean oneSuffices;

  private SecurityProviders() {}

  /**
   * Lets the first connection set up a single provider if it is without TLS. OkHttp reads the name
   * of the first provider, for which Java sets up all of them: 30 ms.
   */
  public static void setUpOneWithoutTls() {
    oneSuffices = true;
  }

  /** Keeps all providers, for connections with TLS after others; called before the first one. */
  public static void keepAll() {
    oneSuffices = false;
  }

  /** Registers a single provider if it suffices: Java registers one that is named twice once. */
  static void setUp() {
    if (!oneSuffices) {
      return;
    }
    String first = Security.getProperty("security.provider.1");
    for (int i = 2; Security.getProperty("security.provider." + i) != null; i++) {
      Security.setProperty("security.provider." + i, first);
    }
  }
}
