package dev.davit.format;

import org.jspecify.annotations.Nullable;

/** Joins a host and a port, {@code 127.0.0.1:80} or {@code [::1]:80}, as Go's net.JoinHostPort. */
public final class HostPort {
  private HostPort() {}

  public static String join(@Nullable String ip, @Nullable String port) {
    String host = ip == null ? "" : ip;
    return (host.indexOf(':') < 0 ? host : '[' + host + ']') + ':' + (port == null ? "" : port);
  }
}
