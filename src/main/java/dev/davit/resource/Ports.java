package dev.davit.resource;

import dev.davit.engine.model.ContainerSummary.Port;
import dev.davit.format.HostPort;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The PORTS column: {@code 0.0.0.0:8080->80/tcp, 90-92/tcp}. Consecutive ports that are published
 * at the same number, or not published, become a range; the others come last.
 */
final class Ports {
  private final Map<String, int[]> ranges = new LinkedHashMap<>();
  private final List<String> done = new ArrayList<>();
  private final List<String> mapped = new ArrayList<>();

  private Ports() {}

  static String show(List<Port> ports) {
    Ports shown = new Ports();
    ports.stream().sorted(Ports::compare).forEach(shown::add);
    shown.ranges.forEach((key, range) -> shown.done.add(text(key, range)));
    shown.done.addAll(shown.mapped);
    return String.join(", ", shown.done);
  }

  /** Compares without Comparator's factories, whose first use costs 10 ms. */
  private static int compare(Port a, Port b) {
    int order = Integer.compare(a.privatePort(), b.privatePort());
    order = order == 0 ? ip(a).compareTo(ip(b)) : order;
    order = order == 0 ? Integer.compare(a.publicPort(), b.publicPort()) : order;
    return order == 0 ? a.type().compareTo(b.type()) : order;
  }

  private void add(Port port) {
    String ip = ip(port);
    if (!ip.isEmpty() && port.publicPort() != port.privatePort()) {
      mapped.add(
          HostPort.join(ip, Integer.toString(port.publicPort()))
              + "->"
              + port.privatePort()
              + '/'
              + port.type());
      return;
    }
    String key = ip + '/' + port.type();
    int[] range = ranges.get(key);
    if (range != null && port.privatePort() == range[1] + 1) {
      range[1]++;
      return;
    }
    if (range != null) {
      done.add(text(key, range));
      range[0] = port.privatePort();
      range[1] = port.privatePort();
      return;
    }
    ranges.put(key, new int[] {port.privatePort(), port.privatePort()});
  }

  private static String text(String key, int[] range) {
    int slash = key.lastIndexOf('/');
    String ip = key.substring(0, slash);
    String numbers = range[0] == range[1] ? "" + range[0] : range[0] + "-" + range[1];
    return (ip.isEmpty() ? numbers : HostPort.join(ip, numbers) + "->" + numbers)
        + key.substring(slash);
  }

  private static String ip(Port port) {
    return port.ip() == null ? "" : port.ip();
  }
}
