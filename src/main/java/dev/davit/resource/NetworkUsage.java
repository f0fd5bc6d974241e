package dev.davit.resource;

import dev.davit.engine.model.ContainerSummary;
import dev.davit.text.NaturalOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** The containers of each network, by the network's name. */
public final class NetworkUsage {
  /** No containers. */
  public static final NetworkUsage NONE = new NetworkUsage(Map.of());

  private final Map<String, SortedSet<String>> containers;

  private NetworkUsage(Map<String, SortedSet<String>> containers) {
    this.containers = containers;
  }

  /** Groups containers by their networks. */
  public static NetworkUsage by(List<ContainerSummary> containers) {
    Map<String, SortedSet<String>> byNetwork = new HashMap<>();
    for (ContainerSummary container : containers) {
      ContainerSummary.NetworkSettings settings = container.networkSettings();
      if (settings == null || settings.networks() == null) {
        continue;
      }
      for (String network : settings.networks().keySet()) {
        byNetwork
            .computeIfAbsent(network, name -> new TreeSet<>(NaturalOrder.INSTANCE))
            .add(name(container));
      }
    }
    return new NetworkUsage(byNetwork);
  }

  /** The name of a container; its short ID if it has none. */
  private static String name(ContainerSummary container) {
    return ObjectKind.nameOf(container).orElseGet(() -> ShortId.of(container.id()));
  }

  /** Returns the names of a network's containers, sorted and separated by commas. */
  public String of(String network) {
    return String.join(",", names(network));
  }

  /** Returns the names of a network's containers, sorted. */
  public List<String> names(String network) {
    return List.copyOf(containers.getOrDefault(network, new TreeSet<>()));
  }
}
