package dev.davit.opts;

import dev.davit.engine.model.PortBinding;
import dev.davit.gotypes.GoInt;
import dev.davit.text.GoCase;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A container port and its binding on the host. {@code -p} names one port or a range: {@code
 * [[IP:][HOST]:]CONTAINER[/PROTOCOL]}.
 *
 * @param port port and protocol, {@code 80/tcp}
 */
public record PortSpec(String port, PortBinding binding) {

  /**
   * Converts {@code target=80,published=8080,protocol=udp} to the short form; returns the short
   * form unchanged.
   */
  public static String shortForm(String text) {
    if (!text.contains("=")) {
      return text;
    }
    String target = "";
    String published = "";
    String protocol = "tcp";
    for (String field : text.split(",", -1)) {
      String value = KeyValue.value(field);
      if (value == null || field.startsWith("=")) {
        throw new IllegalArgumentException(
            "invalid publish opts format (should be name=value but got '" + field + "')");
      }
      switch (KeyValue.name(field)) {
        case "target" -> target = value;
        case "published" -> published = value;
        case "protocol" -> protocol = value;
        default -> {} // docker accepts other keys, such as mode, and ignores them
      }
    }
    return published + ':' + target + '/' + protocol;
  }

  /**
   * Parses the short form to all its ports.
   *
   * @throws IllegalArgumentException with docker's message
   */
  public static List<PortSpec> parse(String text) {
    int last = text.lastIndexOf(':');
    String rest = last < 0 ? "" : text.substring(0, last);
    int beforeLast = rest.lastIndexOf(':');
    String host = rest.substring(beforeLast + 1);
    String[] inside = split(text.substring(last + 1));
    String ip = ip(beforeLast < 0 ? "" : rest.substring(0, beforeLast));
    if (inside[0].isEmpty()) {
      throw new IllegalArgumentException("no port specified: " + text + "<empty>");
    }
    Range container = range(inside[0], "invalid containerPort: " + inside[0]);
    Range outside = host.isEmpty() ? null : range(host, "invalid hostPort: " + host);
    if (outside != null && outside.size() != container.size() && container.size() > 1) {
      throw new IllegalArgumentException(
          "invalid ranges specified for container and host Ports: " + inside[0] + " and " + host);
    }
    String protocol = GoCase.lower(inside[1]);
    if (!List.of("tcp", "udp", "sctp").contains(protocol)) {
      throw new IllegalArgumentException("invalid proto: " + inside[1]);
    }
    return bindings(container, outside, protocol, ip);
  }

  /** Splits ports and protocol; ignores the text after a second slash, as docker does. */
  private static String[] split(String text) {
    String[] parts = text.split("/", -1);
    if (parts[0].isEmpty()) {
      return new String[] {"", ""};
    }
    return new String[] {parts[0], parts.length == 1 || parts[1].isEmpty() ? "tcp" : parts[1]};
  }

  /** Parses {@code --expose PORT[-PORT][/PROTOCOL]} and returns each port as {@code 80/tcp}. */
  public static List<String> parseExposed(String text) {
    if (text.contains(":")) {
      throw new IllegalArgumentException("invalid port format for --expose: " + text);
    }
    String[] ports = split(text);
    Range range;
    try {
      range = Range.parse(ports[0]);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "invalid range format for --expose: " + text + ", error: " + e.getMessage(), e);
    }
    return IntStream.rangeClosed(range.first, range.last)
        .mapToObj(port -> port + "/" + ports[1])
        .toList();
  }

  /** Formats a port in the syntax that {@link #parse} reads; the address is omitted if empty. */
  public static String format(String port, PortBinding binding) {
    String ip = binding.hostIp() == null ? "" : binding.hostIp();
    String shown = ip.isEmpty() ? "" : ip.indexOf(':') < 0 ? ip + ':' : '[' + ip + "]:";
    return shown + (binding.hostPort() == null ? "" : binding.hostPort()) + ':' + port;
  }

  private static List<PortSpec> bindings(
      Range container, @Nullable Range host, String protocol, String ip) {
    if (host != null && container.size() == 1 && host.size() > 1) {
      // the engine chooses a port of the range
      String range = host.first + "-" + host.last;
      return List.of(new PortSpec(container.first + "/" + protocol, new PortBinding(ip, range)));
    }
    return IntStream.range(0, container.size())
        .mapToObj(
            i ->
                new PortSpec(
                    container.first + i + "/" + protocol,
                    new PortBinding(ip, host == null ? "" : Integer.toString(host.first + i))))
        .toList();
  }

  private static String ip(String text) {
    String ip = text;
    if (text.startsWith("[")) {
      String problem = bracketProblem(text);
      if (!problem.isEmpty()) {
        throw new IllegalArgumentException(
            "invalid IP address " + text + ": address " + text + ":: " + problem);
      }
      ip = text.substring(1, text.length() - 1);
    }
    if (!ip.isEmpty() && !IpAddress.isValid(ip)) {
      throw new IllegalArgumentException("invalid IP address: " + ip);
    }
    return ip;
  }

  /**
   * Returns the error of Go's net.SplitHostPort for an address that begins with a bracket; empty if
   * valid.
   */
  private static String bracketProblem(String text) {
    int end = text.indexOf(']');
    if (end < 0) {
      return "missing ']' in address";
    }
    if (end + 1 < text.length()) {
      return text.charAt(end + 1) == ':' ? "too many colons in address" : "missing port in address";
    }
    return text.indexOf('[', 1) >= 0 ? "unexpected '[' in address" : "";
  }

  private static Range range(String text, String problem) {
    try {
      return Range.parse(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(problem, e);
    }
  }

  private record Range(int first, int last) {
    /** Parses {@code FIRST[-LAST]}; ignores a third part. */
    static Range parse(String text) {
      if (text.isEmpty()) {
        throw new IllegalArgumentException("empty string specified for ports");
      }
      String[] parts = text.split("-", -1);
      int first = GoInt.parsePort(parts[0]);
      int last = parts.length == 1 ? first : GoInt.parsePort(parts[1]);
      if (last < first) {
        throw new IllegalArgumentException("invalid range specified for port: " + text);
      }
      return new Range(first, last);
    }

    int size() {
      return last - first + 1;
    }
  }
}
