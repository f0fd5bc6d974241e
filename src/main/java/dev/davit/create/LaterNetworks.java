package dev.davit.create;

import dev.davit.engine.Engine;
import dev.davit.engine.model.ContainerSpec;
import dev.davit.engine.model.EndpointIPAMConfig;
import dev.davit.engine.model.EndpointSettings;
import dev.davit.text.ShellWord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The networks that a container can only be connected to after it was created, as its first network
 * is a predefined one, or as the engine is older than API 1.44.
 */
public record LaterNetworks(Map<String, EndpointSettings> endpoints) {
  /** Takes the networks out of a container's spec. */
  public static LaterNetworks takenFrom(DescribedContainer container) {
    ContainerSpec spec = container.spec();
    Map<String, EndpointSettings> all = spec.networkingConfig.endpointsConfig;
    String first = Objects.requireNonNullElse(spec.hostConfig.networkMode, "default");
    Map<String, EndpointSettings> later = new LinkedHashMap<>();
    if (all == null
        || all.size() < 2
        || !all.containsKey(first)
        || container.severalNetworks() && !isMixed(all, first)) {
      return new LaterNetworks(later);
    }
    Map<String, EndpointSettings> rest = new LinkedHashMap<>();
    all.forEach((name, endpoint) -> (name.equals(first) ? rest : later).put(name, endpoint));
    spec.networkingConfig.endpointsConfig = rest;
    return new LaterNetworks(later);
  }

  private static boolean isMixed(Map<String, EndpointSettings> all, String first) {
    return all.containsKey(first)
            && all.keySet().stream().anyMatch(name -> isPredefined(name) != isPredefined(first))
        || all.keySet().stream().filter(LaterNetworks::isPredefined).count() > 1;
  }

  private static boolean isPredefined(String network) {
    return switch (network) {
      case "default", "bridge", "host", "none" -> true;
      default -> false;
    };
  }

  /** Connects a created container to the networks. */
  public void connect(Engine engine, String container) throws IOException {
    for (Map.Entry<String, EndpointSettings> each : endpoints.entrySet()) {
      engine.networks().connect(each.getKey(), container, each.getValue());
    }
  }

  /** Returns a line for each network, with the command that connects the container. */
  public List<String> remarks(String program, DescribedContainer container) {
    return commands(program, Objects.requireNonNullElse(container.spec().name, "")).stream()
        .map(
            words ->
                "Connect it afterwards: "
                    + words.stream().map(ShellWord::of).collect(Collectors.joining(" ")))
        .toList();
  }

  /** Returns the words of the command for each network that connects a container. */
  public List<List<String>> commands(String program, String container) {
    List<List<String>> commands = new ArrayList<>();
    endpoints.forEach(
        (name, endpoint) -> {
          List<String> words = new ArrayList<>(List.of(program, "network", "connect"));
          words.addAll(options(endpoint));
          words.add(name);
          words.add(container);
          commands.add(words);
        });
    return commands;
  }

  private static List<String> options(EndpointSettings endpoint) {
    List<String> options = new ArrayList<>();
    EndpointIPAMConfig addresses =
        Objects.requireNonNullElseGet(endpoint.ipamConfig, EndpointIPAMConfig::new);
    add(options, "--alias=", endpoint.aliases);
    add(options, "--link=", endpoint.links);
    add(options, "--ip=", listOf(addresses.ipv4Address));
    add(options, "--ip6=", listOf(addresses.ipv6Address));
    add(options, "--link-local-ip=", addresses.linkLocalIps);
    if (endpoint.driverOpts != null) {
      endpoint.driverOpts.forEach(
          (name, value) -> options.add("--driver-opt=" + name + '=' + value));
    }
    if (endpoint.gwPriority != null) {
      options.add("--gw-priority=" + endpoint.gwPriority);
    }
    return options;
  }

  private static @Nullable List<String> listOf(@Nullable String value) {
    return value == null ? null : List.of(value);
  }

  private static void add(List<String> options, String flag, @Nullable List<String> values) {
    if (values != null) {
      values.forEach(value -> options.add(flag + value));
    }
  }
}
