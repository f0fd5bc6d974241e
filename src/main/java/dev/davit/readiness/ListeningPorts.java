package dev.davit.readiness;

import java.util.ArrayList;
import java.util.List;

/**
 * The TCP ports on which processes of a network namespace listen, from {@code /proc/net/tcp} and
 * {@code /proc/net/tcp6}.
 */
final class ListeningPorts {
  private static final String LISTEN = "0A";
  private static final int HEX = 16;

  private final boolean readable;
  private final List<Listener> listeners = new ArrayList<>();

  /** A listening socket; {@code loopback} is whether only its own namespace reaches it. */
  private record Listener(int port, boolean loopback) {}

  private ListeningPorts(List<String> lines) {
    readable = lines.stream().anyMatch(line -> line.contains("local_address"));
    lines.forEach(this::add);
  }

  /** Parses the lines of the files; all other lines are skipped. */
  static ListeningPorts of(List<String> lines) {
    return new ListeningPorts(lines);
  }

  /** Whether there are lines of the files. */
  boolean isReadable() {
    return readable;
  }

  /**
   * Whether a process listens on a port.
   *
   * @param reachable whether listening on a loopback address does not suffice
   */
  boolean has(int port, boolean reachable) {
    return listeners.stream().anyMatch(each -> each.port == port && !(reachable && each.loopback));
  }

  /** Adds a line such as {@code 0: 00000000:1F90 00000000:0000 0A …}. */
  private void add(String line) {
    String[] columns = line.strip().split("\\s+", 5);
    if (columns.length < 4 || !columns[0].endsWith(":") || !columns[3].equals(LISTEN)) {
      return;
    }
    String[] address = columns[1].split(":", -1);
    if (address.length == 2) {
      try {
        listeners.add(new Listener(Integer.parseInt(address[1], HEX), isLoopback(address[0])));
      } catch (NumberFormatException e) {
        // no line of the files
      }
    }
  }

  /** Whether an address is in 127.0.0.0/8 or ::1; each of its words is in the host's byte order. */
  private static boolean isLoopback(String address) {
    String last = address.substring(Math.max(0, address.length() - 8));
    String rest = address.substring(0, address.length() - last.length());
    boolean v4 = rest.isEmpty() || rest.equals("0".repeat(16) + "FFFF0000");
    return v4 ? last.endsWith("7F") : rest.equals("0".repeat(24)) && last.equals("01000000");
  }
}
