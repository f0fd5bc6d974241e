package dev.davit.opts;

import dev.davit.text.GoQuote;

/** Parses {@code --add-host}: {@code NAME:IP} or {@code NAME=IP}; returns {@code NAME:IP}. */
public final class ExtraHost {
  private ExtraHost() {}

  public static String parse(String text) {
    int separator = text.indexOf('=') >= 0 ? text.indexOf('=') : text.indexOf(':');
    if (separator <= 0 || text.substring(0, separator).contains(":")) {
      throw new IllegalArgumentException("bad format for add-host: " + GoQuote.quote(text));
    }
    String ip = text.substring(separator + 1);
    if (ip.length() > 2 && ip.startsWith("[") && ip.endsWith("]")) {
      ip = ip.substring(1, ip.length() - 1);
    }
    if (!ip.equals("host-gateway") && !IpAddress.isValid(ip.strip())) {
      throw new IllegalArgumentException("invalid IP address in add-host: " + GoQuote.quote(ip));
    }
    return text.substring(0, separator) + ':' + ip;
  }
}
