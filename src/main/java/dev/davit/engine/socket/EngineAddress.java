package dev.davit.engine.socket;

import dev.davit.text.GoQuote;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The address of an engine, in the syntax of docker's {@code -H} and {@code DOCKER_HOST}. The
 * string form is that of docker's {@code Cannot connect to the Docker daemon at X}.
 */
public sealed interface EngineAddress {

  /** The address if none is configured. */
  EngineAddress DEFAULT = new Unix("/var/run/docker.sock");

  /** A Unix socket; the path is kept as given, also if it is relative. */
  record Unix(String path) implements EngineAddress {
    @Override
    public String toString() {
      return "unix://" + path;
    }

    /**
     * Whether the path is {@code @name}, an address of Linux's abstract namespace without a file.
     */
    public boolean isAbstract() {
      return path.startsWith("@");
    }
  }

  /**
   * A port of a virtual machine, {@code vsock://CID:PORT}, which docker does not support.
   *
   * @param cid context ID: 1 is the client's host, 3 and above are virtual machines on that host
   */
  record Vsock(int cid, int port) implements EngineAddress {
    @Override
    public String toString() {
      return "vsock://" + cid + ":" + port;
    }
  }

  /**
   * A TCP port. The host has no brackets. The path is decoded, precedes every endpoint's path, and
   * is empty or begins with a slash.
   */
  record Tcp(String host, int port, String path) implements EngineAddress {
    @Override
    public String toString() {
      return "tcp://" + bracketed(host) + ":" + port + path;
    }
  }

  /**
   * An engine reached by {@code ssh HOST docker system dial-stdio}. The path, if not empty, is the
   * Unix socket on that host.
   */
  record Ssh(Optional<String> user, String host, OptionalInt port, String path)
      implements EngineAddress {
    @Override
    public String toString() {
      StringBuilder text = new StringBuilder("ssh://");
      user.ifPresent(name -> text.append(name).append('@'));
      text.append(bracketed(host));
      port.ifPresent(number -> text.append(':').append(number));
      return text.append(path).toString();
    }
  }

  /**
   * Parses an address as docker does.
   *
   * @param tls whether TLS is enabled, which only changes the default for an empty text
   * @throws IllegalArgumentException with the text that docker prints after {@code Failed to
   *     initialize: }
   */
  static EngineAddress parse(String text, boolean tls) {
    String address = text.strip();
    if (address.isEmpty()) {
      // TLS has its own port only in this case: `tcp://host` is 2375 with TLS, too (opts/hosts.go).
      return tls ? new Tcp("localhost", 2376, "") : DEFAULT;
    }
    int separator = address.indexOf("://");
    if (separator < 0) {
      return tcp(address);
    }
    String rest = address.substring(separator + 3);
    return switch (address.substring(0, separator)) {
      case "unix" -> unix(rest);
      case "tcp" -> tcp(rest);
      case "ssh" -> ssh(address);
      case "vsock" -> vsock(rest);
      case "npipe" -> throw new IllegalArgumentException("protocol not available");
      case "fd" ->
          throw new IllegalArgumentException("unable to parse docker host `" + address + "`");
      default -> throw unresolved("invalid bind address format: " + address);
    };
  }

  private static EngineAddress unix(String rest) {
    String path = rest.startsWith("unix://") ? rest.substring("unix://".length()) : rest;
    if (path.contains("://")) {
      throw unresolved("invalid proto, expected unix: " + path);
    }
    if (path.indexOf('\0') >= 0) {
      throw unresolved("invalid bind address format: unix://" + path);
    }
    return path.isEmpty() ? DEFAULT : new Unix(path);
  }

  private static Vsock vsock(String text) {
    int colon = text.indexOf(':');
    int cid = number(text.substring(0, Math.max(colon, 0)));
    int port = number(text.substring(colon + 1));
    if (cid < 0 || port < 0) {
      throw unresolved("invalid vsock address: vsock://" + text + ": must be vsock://CID:PORT");
    }
    if (cid == 0 || cid == 2) {
      throw unresolved("invalid vsock address: vsock://" + text + ": CID " + cid + " is reserved");
    }
    return new Vsock(cid, port);
  }

  /** Parses decimal digits below 2147483648; returns -1 for any other text. */
  private static int number(String digits) {
    boolean right =
        !digits.isEmpty()
            && digits.length() <= 10
            && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    long number = right ? Long.parseLong(digits) : -1;
    return number > Integer.MAX_VALUE ? -1 : (int) number;
  }

  private static Tcp tcp(String text) {
    String rest = text.startsWith("tcp://") ? text.substring("tcp://".length()) : text;
    if (rest.contains("://")) {
      throw unresolved("invalid proto, expected tcp: " + rest);
    }
    AddressUrl url;
    try {
      url = AddressUrl.parse("tcp://" + rest);
    } catch (IllegalArgumentException e) {
      throw unresolved(e.getMessage());
    }
    // docker accepts `::1` as an IPv6 address, but requires a port (or a bare colon) after `[::1]`.
    boolean incomplete = url.bracketed() && !url.hasColon() && url.host().indexOf(':') >= 0;
    if (incomplete || url.host().indexOf('[') >= 0 || url.host().indexOf(']') >= 0) {
      throw unresolved("invalid bind address format: " + text);
    }
    String host = url.host().isEmpty() ? "localhost" : url.host();
    return new Tcp(host, url.port().orElse(2375), url.path());
  }

  private static Ssh ssh(String address) {
    AddressUrl url = AddressUrl.parse(address);
    if (url.hasPassword()) {
      throw invalidSsh("plain-text password is not supported");
    }
    if (url.host().isEmpty()) {
      throw invalidSsh("hostname is empty");
    }
    if (!url.query().isEmpty()) {
      throw invalidSsh("query parameters are not allowed: " + GoQuote.quote(url.query()));
    }
    if (!url.fragment().isEmpty()) {
      throw invalidSsh("fragments are not allowed: " + GoQuote.quote(url.fragment()));
    }
    // docker passes these to ssh, which would parse them as options.
    if (url.host().startsWith("-")) {
      throw invalidSsh("hostname must not begin with '-': " + GoQuote.quote(url.host()));
    }
    if (url.user().startsWith("-")) {
      throw invalidSsh("user must not begin with '-': " + GoQuote.quote(url.user()));
    }
    Optional<String> user = Optional.of(url.user()).filter(name -> !name.isEmpty());
    return new Ssh(user, url.host(), url.port(), url.path());
  }

  private static String bracketed(String host) {
    return host.indexOf(':') >= 0 ? "[" + host + "]" : host;
  }

  private static IllegalArgumentException unresolved(@Nullable String problem) {
    return new IllegalArgumentException("unable to resolve docker endpoint: " + problem);
  }

  private static IllegalArgumentException invalidSsh(String problem) {
    return new IllegalArgumentException(
        "ssh host connection is not valid: invalid SSH URL: " + problem);
  }
}
