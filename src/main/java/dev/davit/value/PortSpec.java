package dev.davit.value;

import dev.davit.engine.model.PortBinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One port of the container and where it is published. {@code -p} names one or a range of them:
 * {@code [[IP:][HOST]:]CONTAINER[/PROTOCOL]}.
 *
 * @param port {@code 80/tcp}
 */
public record PortSpec(String port, PortBinding binding) {

  /** All ports that one {@code -p} names. Throws IllegalArgumentException with docker's message. */
  public static List<PortSpec> parse(String text) {
    return text.contains("=") ? parseShort(fromFields(text)) : parseShort(text);
  }

  /** {@code target=80,published=8080,protocol=udp} in the short form. */
  private static String fromFields(String text) {
    String target = "";
    String published = "";
    String protocol = "tcp";
    for (String field : text.split(",", -1)) {
      String value = KeyValue.value(field);
      if (value == null) {
        throw new IllegalArgumentException(
            "invalid publish opts format (should be name=value but got '" + field + "')");
      }
      switch (KeyValue.name(field)) {
        case "target" -> target = value;
        case "published" -> published = value;
        case "protocol" -> protocol = value;
        default -> {} // docker reads other keys, such as mode, and forgets them
      }
    }
    return published + ':' + target + '/' + protocol;
  }

  private static List<PortSpec> parseShort(String text) {
    int slash = text.indexOf('/');
    String protocol = slash < 0 ? "tcp" : protocol(text.substring(slash + 1));
    String address = slash < 0 ? text : text.substring(0, slash);
    int last = address.lastIndexOf(':');
    String container = address.substring(last + 1);
    String rest = last < 0 ? "" : address.substring(0, last);
    int beforeLast = rest.lastIndexOf(':');
    String host = rest.substring(beforeLast + 1);
    String ip = ip(beforeLast < 0 ? "" : rest.substring(0, beforeLast));
    if (container.isEmpty()) {
      throw new IllegalArgumentException("no port specified: " + text + "<empty>");
    }
    Range inside = Range.parse(container, "invalid containerPort: ");
    Range outside = host.isEmpty() ? null : Range.parse(host, "invalid hostPort: ");
    return outside == null
        ? unbound(inside, protocol, ip)
        : bound(inside, outside, protocol, ip, container, host);
  }

  /** {@code --expose PORT[-PORT][/PROTOCOL]}: each port as {@code 80/tcp}. */
  public static List<String> parseExposed(String text) {
    if (text.contains(":")) {
      throw new IllegalArgumentException("invalid port format for --expose: " + text);
    }
    int slash = text.indexOf('/');
    String protocol = slash < 0 || slash == text.length() - 1 ? "tcp" : text.substring(slash + 1);
    String ports = slash < 0 ? text : text.substring(0, slash);
    String problem = "invalid range format for --expose: " + text + ", error: ";
    if (ports.isEmpty()) {
      throw new IllegalArgumentException(problem + "empty string specified for ports");
    }
    int dash = ports.indexOf('-');
    int first = exposed(problem, dash < 0 ? ports : ports.substring(0, dash));
    int last = dash < 0 ? first : exposed(problem, ports.substring(dash + 1));
    if (last < first) {
      throw new IllegalArgumentException(problem + "invalid range specified for port: " + ports);
    }
    List<String> all = new ArrayList<>();
    for (int port = first; port <= last; port++) {
      all.add(port + "/" + protocol.toLowerCase(Locale.ROOT));
    }
    return all;
  }

  private static int exposed(String problem, String text) {
    try {
      return GoInt.parsePort(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(problem + e.getMessage(), e);
    }
  }

  private static List<PortSpec> unbound(Range inside, String protocol, String ip) {
    List<PortSpec> ports = new ArrayList<>();
    for (int port = inside.first; port <= inside.last; port++) {
      ports.add(new PortSpec(port + "/" + protocol, new PortBinding(ip, "")));
    }
    return ports;
  }

  private static List<PortSpec> bound(
      Range inside, Range outside, String protocol, String ip, String container, String host) {
    if (inside.size() == 1 && outside.size() > 1) {
      // the engine chooses one of the range
      String range = outside.first + "-" + outside.last;
      return List.of(new PortSpec(inside.first + "/" + protocol, new PortBinding(ip, range)));
    }
    if (inside.size() != outside.size()) {
      throw new IllegalArgumentException(
          "invalid ranges specified for container and host Ports: " + container + " and " + host);
    }
    List<PortSpec> ports = new ArrayList<>();
    for (int i = 0; i < inside.size(); i++) {
      ports.add(
          new PortSpec(
              inside.first + i + "/" + protocol,
              new PortBinding(ip, Integer.toString(outside.first + i))));
    }
    return ports;
  }

  private static String protocol(String text) {
    int slash = text.indexOf('/');
    String protocol = (slash < 0 ? text : text.substring(0, slash)).toLowerCase(Locale.ROOT);
    return switch (protocol) {
      case "" -> "tcp";
      case "tcp", "udp", "sctp" -> protocol;
      default ->
          throw new IllegalArgumentException(
              "invalid proto: " + (slash < 0 ? text : text.substring(0, slash)));
    };
  }

  private static String ip(String text) {
    String ip = text;
    if (ip.startsWith("[")) {
      if (!ip.endsWith("]")) {
        throw new IllegalArgumentException(
            "invalid IP address " + text + ": address " + text + ":: missing ']' in address");
      }
      ip = ip.substring(1, ip.length() - 1);
    }
    if (!ip.isEmpty() && !IpAddress.isValid(ip)) {
      throw new IllegalArgumentException("invalid IP address: " + ip);
    }
    return ip;
  }

  private record Range(int first, int last) {
    static Range parse(String text, String problem) {
      int dash = text.indexOf('-');
      int first = number(dash < 0 ? text : text.substring(0, dash));
      int last = dash < 0 ? first : number(text.substring(dash + 1));
      if (first < 0 || last < first) {
        throw new IllegalArgumentException(problem + text);
      }
      return new Range(first, last);
    }

    private static int number(String text) {
      boolean digits =
          !text.isEmpty() && text.length() < 9 && text.chars().allMatch(c -> c >= '0' && c <= '9');
      int value = digits ? Integer.parseInt(text) : -1;
      return value > 0xffff ? -1 : value;
    }

    int size() {
      return last - first + 1;
    }
  }
}
