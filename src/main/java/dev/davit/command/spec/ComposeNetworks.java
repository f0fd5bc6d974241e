package dev.davit.command.spec;

import dev.davit.engine.model.ContainerSpec;
import dev.davit.engine.model.EndpointIPAMConfig;
import dev.davit.engine.model.EndpointSettings;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The networks of a service of a compose file.
 *
 * @param keys the keys of the service
 * @param names the names of the user-defined networks
 * @param unsaid what no key sets, by its name
 */
record ComposeNetworks(Map<String, Object> keys, Set<String> names, Map<String, Object> unsaid) {
  /** Converts the networks of a container. */
  static ComposeNetworks of(ContainerSpec spec) {
    String mode = Objects.requireNonNullElse(spec.hostConfig.networkMode, "default");
    if (mode.equals("default") || mode.equals("bridge")) {
      return ofMode("bridge");
    }
    if (mode.equals("host") || mode.equals("none") || mode.startsWith("container:")) {
      return ofMode(mode);
    }
    Map<String, EndpointSettings> endpoints =
        Objects.requireNonNullElseGet(
            spec.networkingConfig.endpointsConfig, () -> Map.of(mode, new EndpointSettings()));
    Map<String, Object> networks = new LinkedHashMap<>();
    endpoints.forEach(
        (name, endpoint) -> {
          Map<String, Object> options = endpoint(endpoint, spec.config.macAddress == null);
          if (endpoints.size() > 1 && name.equals(mode)) {
            options.put("priority", 1); // compose orders networks without priority by name
          }
          networks.put(name, options);
        });
    Map<String, Object> keys = new LinkedHashMap<>();
    Map<String, Object> unsaid = new LinkedHashMap<>();
    keys.put("networks", networks);
    Set<@Nullable List<String>> links = new HashSet<>();
    endpoints.values().forEach(endpoint -> links.add(endpoint.links));
    if (links.size() == 1) {
      // compose sets the links of a service in all of its networks
      put(keys, "external_links", links.iterator().next());
    } else {
      endpoints.forEach((name, all) -> put(unsaid, "Links of the network " + name, all.links));
    }
    return new ComposeNetworks(keys, networks.keySet(), unsaid);
  }

  private static ComposeNetworks ofMode(String mode) {
    return new ComposeNetworks(Map.of("network_mode", mode), Set.of(), Map.of());
  }

  private static Map<String, Object> endpoint(EndpointSettings endpoint, boolean withMacAddress) {
    Map<String, Object> keys = new LinkedHashMap<>();
    EndpointIPAMConfig addresses =
        Objects.requireNonNullElseGet(endpoint.ipamConfig, EndpointIPAMConfig::new);
    put(keys, "aliases", endpoint.aliases);
    put(keys, "ipv4_address", addresses.ipv4Address);
    put(keys, "ipv6_address", addresses.ipv6Address);
    put(keys, "link_local_ips", addresses.linkLocalIps);
    put(keys, "driver_opts", endpoint.driverOpts);
    put(keys, "gw_priority", endpoint.gwPriority);
    put(keys, "mac_address", withMacAddress ? endpoint.macAddress : null);
    return keys;
  }

  private static void put(Map<String, Object> keys, String key, @Nullable Object value) {
    if (value != null) {
      keys.put(key, value);
    }
  }
}
