package dev.davit.engine.socket;

import dev.davit.text.GoQuote;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/**
 * The parts of a {@code scheme://…} address by the rules of Go's net/url, whose error messages
 * docker prints unchanged. {@code java.net.URI} rejects other texts, with other messages.
 */
record AddressUrl(
    String user,
    boolean hasPassword,
    String host,
    boolean bracketed,
    boolean hasColon,
    OptionalInt port,
    String path,
    String query,
    String fragment) {

  private static final String HOST_PUNCTUATION = "-_.~!$&'()*+,;=:[]<>\"";
  private static final String USER_PUNCTUATION = "-._:~!$&'()*+,;=%@";

  /**
   * Parses an address.
   *
   * @throws IllegalArgumentException with {@code parse "URL": } and the reason
   */
  static AddressUrl parse(String text) {
    int hash = text.indexOf('#');
    String url = hash < 0 ? text : text.substring(0, hash);
    String fragment = hash < 0 ? "" : text.substring(hash + 1);
    try {
      return split(url, fragment);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("parse " + GoQuote.quote(url) + ": " + e.getMessage(), e);
    }
  }

  private static AddressUrl split(String url, String fragment) {
    if (url.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
      throw new IllegalArgumentException("net/url: invalid control character in URL");
    }
    int question = url.indexOf('?');
    String query = question < 0 ? "" : url.substring(question + 1);
    String rest = url.substring(url.indexOf("://") + 3, question < 0 ? url.length() : question);
    int slash = rest.indexOf('/');
    String authority = slash < 0 ? rest : rest.substring(0, slash);
    int at = authority.lastIndexOf('@');
    String hostPort = authority.substring(at + 1);
    String userInfo = authority.substring(0, Math.max(at, 0));

    int colon = colon(hostPort);
    String colonPort = hostPort.substring(colon);
    checkPort(colonPort);
    boolean bracketed = hostPort.startsWith("[");
    String host = bracketed ? hostPort.substring(1, colon - 1) : hostPort.substring(0, colon);
    if (!bracketed && host.indexOf(':') >= 0) {
      // With more than one colon, docker reads all of it as an IPv6 address.
      host = hostPort;
      colonPort = "";
    }
    checkHost(host);
    checkUser(userInfo);
    int password = userInfo.indexOf(':');
    return new AddressUrl(
        unescape(password < 0 ? userInfo : userInfo.substring(0, password)),
        password >= 0,
        host,
        bracketed,
        !colonPort.isEmpty(),
        port(colonPort),
        slash < 0 ? "" : unescape(rest.substring(slash)),
        query,
        fragment);
  }

  /** Returns the index of the port's colon, or the text's length if it has no port. */
  private static int colon(String hostPort) {
    if (hostPort.startsWith("[")) {
      int end = hostPort.lastIndexOf(']');
      if (end < 0) {
        throw new IllegalArgumentException("missing ']' in host");
      }
      return end + 1;
    }
    int colon = hostPort.lastIndexOf(':');
    return colon < 0 ? hostPort.length() : colon;
  }

  private static void checkPort(String colonPort) {
    if (colonPort.isEmpty()) {
      return;
    }
    if (colonPort.charAt(0) != ':'
        || !colonPort.chars().skip(1).allMatch(c -> c >= '0' && c <= '9')) {
      throw invalidPort(colonPort);
    }
  }

  private static OptionalInt port(String colonPort) {
    if (colonPort.length() <= 1) {
      return OptionalInt.empty();
    }
    int port = colonPort.length() > 6 ? 0 : Integer.parseInt(colonPort.substring(1));
    // Go accepts any number; docker then fails to connect to port 0 or 65536.
    if (port < 1 || port > 65535) {
      throw invalidPort(colonPort);
    }
    return OptionalInt.of(port);
  }

  private static IllegalArgumentException invalidPort(String colonPort) {
    return new IllegalArgumentException("invalid port " + GoQuote.quote(colonPort) + " after host");
  }

  private static void checkHost(String host) {
    for (int i = 0; i < host.length(); i++) {
      char c = host.charAt(i);
      if (c == '%') {
        throw invalidEscape(host.substring(i, Math.min(i + 3, host.length())));
      }
      if (c < 0x80 && !Character.isLetterOrDigit(c) && HOST_PUNCTUATION.indexOf(c) < 0) {
        throw new IllegalArgumentException(
            "invalid character " + GoQuote.quote(String.valueOf(c)) + " in host name");
      }
    }
  }

  private static void checkUser(String userInfo) {
    for (int i = 0; i < userInfo.length(); i++) {
      char c = userInfo.charAt(i);
      if (c >= 0x80 || (!Character.isLetterOrDigit(c) && USER_PUNCTUATION.indexOf(c) < 0)) {
        throw new IllegalArgumentException("net/url: invalid userinfo");
      }
    }
    unescape(userInfo);
  }

  private static String unescape(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream plain = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] != '%') {
        plain.write(bytes[i]);
        continue;
      }
      int high = i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
      int low = high < 0 ? -1 : Character.digit(bytes[i + 2], 16);
      if (low < 0) {
        throw invalidEscape(
            new String(bytes, i, Math.min(3, bytes.length - i), StandardCharsets.UTF_8));
      }
      plain.write(high << 4 | low);
      i += 2;
    }
    return plain.toString(StandardCharsets.UTF_8);
  }

  private static IllegalArgumentException invalidEscape(String escape) {
    return new IllegalArgumentException("invalid URL escape " + GoQuote.quote(escape));
  }
}
