package dev.davit.format;

import org.jspecify.annotations.Nullable;

/** {@code 127.0.0.1:80}, {@code [::1]:80}: Go's net.JoinHostPort. */
public final class HostPort {
  private HostPort() {}

  public static String join(@Nullable String ip, @Nullable String port) {
    String host = ip == null ? "" : ip;
    return (host.indexOf(':') < 0 ? host : '[' + host + ']') + ':' + (port == null ? "" : port);
  }
}
