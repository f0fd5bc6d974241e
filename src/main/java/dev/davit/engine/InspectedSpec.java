package dev.davit.engine;

import dev.davit.engine.model.ContainerConfig;
import dev.davit.engine.model.ContainerSpec;
import dev.davit.engine.model.EndpointIPAMConfig;
import dev.davit.engine.model.EndpointSettings;
import dev.davit.engine.model.EngineInfo;
import dev.davit.engine.model.HealthConfig;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the response of {@code GET /containers/{id}/json} into a spec that creates an equal
 * container, without the defaults of the engine and the image.
 */
public final class InspectedSpec {
  private static final int SHORT_ID = 12;

  /** Properties for which an empty or zero value differs from an absent one. */
  private static final Set<String> TRISTATES =
      Set.of("Init", "MaskedPaths", "MemorySwappiness", "ReadonlyPaths", "StopTimeout");

  /** The start of a container that was never started. */
  private static final String NEVER = "0001-01-01T00:00:00Z";

  private final String id;
  private final boolean neverStarted;
  private final ContainerSpec spec;

  private InspectedSpec(Map<?, ?> all, ContainerSpec spec) {
    this.id = String.valueOf(all.get("Id"));
    this.neverStarted = NEVER.equals(object(all.get("State")).get("StartedAt"));
    this.spec = spec;
  }

  /**
   * Converts an inspected container, given as maps and lists.
   *
   * @param image the inspected image; null to keep the values that come from the image
   * @param bridgeByDefault whether the engine stores the default network mode as {@code bridge}
   * @throws IllegalArgumentException with the reason if a value has the wrong type
   */
  public static ContainerSpec of(
      Map<?, ?> all, @Nullable Map<?, ?> image, EngineInfo engine, boolean bridgeByDefault)
      throws IOException {
    Map<String, @Nullable Object> body = withoutNothing(object(all.get("Config")));
    Map<String, @Nullable Object> host = withoutNothing(object(all.get("HostConfig")));
    // Podman lists the networks of the other container
    boolean ofOther = String.valueOf(host.get("NetworkMode")).startsWith("container:");
    Map<?, ?> networks =
        ofOther ? Map.of() : object(object(all.get("NetworkSettings")).get("Networks"));
    body.put("HostConfig", host);
    body.put("NetworkingConfig", Map.of("EndpointsConfig", networks));
    ContainerSpec spec = ContainerBody.of(body);
    spec.name = String.valueOf(all.get("Name")).replaceFirst("^/", "");
    boolean ofPodman = PodmanDefaults.areIn(spec);
    String hostname = String.valueOf(spec.config.hostname);
    InspectedSpec inspected = new InspectedSpec(all, spec);
    inspected.cleanConfig(engine, ofPodman);
    String mode = firstNetwork(spec.hostConfig.networkMode, networks);
    spec.hostConfig.networkMode = bridgeByDefault && "bridge".equals(mode) ? "default" : mode;
    inspected.cleanEndpoints();
    new HostDefaults(spec.hostConfig, engine, ofPodman).remove();
    ContainerConfig ofImage =
        image == null ? null : ContainerBody.of(withoutNothing(object(image.get("Config")))).config;
    HealthConfig health = spec.config.healthcheck;
    if (ofImage != null) {
      new ImageDefaults(spec.config, ofImage).remove();
    }
    if (ofPodman) {
      // Podman does not complete a health check from the image's.
      spec.config.healthcheck = spec.config.healthcheck == null ? null : health;
      new PodmanDefaults(spec, hostname, ofImage).remove();
      new PodmanMounts(spec, ofImage, list(all.get("Mounts"))).restore();
    }
    return spec;
  }

  private static Map<?, ?> object(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  private static List<?> list(@Nullable Object value) {
    return value instanceof List<?> list ? list : List.of();
  }

  /**
   * The properties whose values are not null, nor empty, false or zero unless that differs from an
   * absent value.
   */
  private static Map<String, @Nullable Object> withoutNothing(Map<?, ?> object) {
    Map<String, @Nullable Object> rest = new LinkedHashMap<>();
    object.forEach(
        (name, value) -> {
          if (TRISTATES.contains(name) ? value != null : !isNothing(value)) {
            rest.put(String.valueOf(name), value);
          }
        });
    return rest;
  }

  /** Whether a value is null, false, 0 or empty. */
  public static boolean isNothing(@Nullable Object value) {
    return value == null
        || value.equals("")
        || value.equals(false)
        || value instanceof Number number && number.doubleValue() == 0
        || value instanceof List<?> list && list.isEmpty()
        || value instanceof Map<?, ?> map && map.isEmpty();
  }

  private void cleanConfig(EngineInfo engine, boolean ofPodman) {
    ContainerConfig config = spec.config;
    String mode = Objects.requireNonNullElse(spec.hostConfig.networkMode, "");
    // In these modes the engine sets the hostname of the host or of the other container.
    boolean ofHost =
        mode.equals("host")
            && (engine.name() == null || Objects.equals(engine.name(), config.hostname));
    if (ofHost
        || "host".equals(spec.hostConfig.utsMode)
        || mode.startsWith("container:") && !ofPodman
        || id.substring(0, Math.min(SHORT_ID, id.length())).equals(config.hostname)) {
      config.hostname = null;
    }
  }

  /**
   * Returns the network mode by the name of the network; the mode can be an ID, or a network from
   * which the container was disconnected since.
   */
  private static @Nullable String firstNetwork(@Nullable String mode, Map<?, ?> networks) {
    String network = mode == null || mode.equals("default") ? "bridge" : mode;
    if (networks.isEmpty() || networks.containsKey(network)) {
      return mode;
    }
    return networks.entrySet().stream()
        .filter(
            each -> String.valueOf(object(each.getValue()).get("NetworkID")).startsWith(network))
        .findFirst()
        .map(each -> String.valueOf(each.getKey()))
        .orElseGet(() -> String.valueOf(networks.keySet().iterator().next()));
  }

  /**
   * Keeps the networks as requested, the network of the network mode first, without addresses that
   * the engine has assigned.
   */
  private void cleanEndpoints() {
    Map<String, EndpointSettings> told =
        Objects.requireNonNullElse(spec.networkingConfig.endpointsConfig, Map.of());
    String mode = spec.hostConfig.networkMode;
    boolean byDefault = mode == null || mode.equals("default");
    String first = byDefault ? "bridge" : mode;
    Map<String, EndpointSettings> endpoints = new LinkedHashMap<>();
    if (told.containsKey(first)) {
      EndpointSettings endpoint = cleaned(told.get(first));
      if (spec.config.macAddress != null) {
        endpoint.macAddress = spec.config.macAddress;
      }
      endpoints.put(byDefault ? "default" : first, endpoint);
    }
    told.forEach(
        (name, endpoint) -> {
          if (!name.equals(first)) {
            endpoints.put(name, cleaned(endpoint));
          }
        });
    spec.hostConfig.networkMode = byDefault ? null : mode;
    boolean saysNothing =
        endpoints.size() <= 1 && endpoints.values().stream().allMatch(InspectedSpec::isEmpty);
    if (!saysNothing && byDefault) {
      spec.hostConfig.networkMode = "default";
    }
    spec.networkingConfig.endpointsConfig = saysNothing ? null : endpoints;
  }

  private EndpointSettings cleaned(@Nullable EndpointSettings told) {
    EndpointSettings endpoint = new EndpointSettings();
    if (told == null) {
      return endpoint;
    }
    endpoint.aliases = requestedAliases(told.aliases);
    endpoint.links = told.links == null || told.links.isEmpty() ? null : told.links;
    endpoint.driverOpts =
        told.driverOpts == null || told.driverOpts.isEmpty() ? null : told.driverOpts;
    endpoint.gwPriority = told.gwPriority == null || told.gwPriority == 0 ? null : told.gwPriority;
    // the engine generates addresses at the start
    endpoint.macAddress = neverStarted && !"".equals(told.macAddress) ? told.macAddress : null;
    EndpointIPAMConfig addresses = told.ipamConfig;
    boolean fixed =
        addresses != null
            && (addresses.ipv4Address != null
                || addresses.ipv6Address != null
                || addresses.linkLocalIps != null);
    endpoint.ipamConfig = fixed ? addresses : null;
    return endpoint;
  }

  /** The aliases in front of the short ID; engines add it, and some the hostname behind it. */
  private @Nullable List<String> requestedAliases(@Nullable List<String> all) {
    List<String> requested =
        Objects.requireNonNullElse(all, List.<String>of()).stream()
            .takeWhile(alias -> alias.length() != SHORT_ID || !id.startsWith(alias))
            .toList();
    return requested.isEmpty() ? null : requested;
  }

  private static boolean isEmpty(EndpointSettings endpoint) {
    return endpoint.aliases == null
        && endpoint.links == null
        && endpoint.driverOpts == null
        && endpoint.gwPriority == null
        && endpoint.macAddress == null
        && endpoint.ipamConfig == null;
  }
}
