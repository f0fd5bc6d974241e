package dev.davit.engine;

import dev.davit.engine.model.ContainerConfig;
import dev.davit.engine.model.ContainerSpec;
import dev.davit.engine.model.HealthConfig;
import dev.davit.engine.model.HostConfig;
import dev.davit.engine.model.PortBinding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Removes the values from a spec that only Podman fills in by default. Its default limits, as for
 * {@code nofile}, stay, as they look like requested ones.
 */
record PodmanDefaults(ContainerSpec spec, String hostname, @Nullable ContainerConfig image) {
  private static final String MARK = "container=podman";
  private static final long STOP_TIMEOUT = 10;

  private static final Set<String> ANNOTATIONS =
      Set.of(
          "io.container.manager",
          "org.opencontainers.image.stopSignal",
          "org.systemd.property.KillSignal",
          "org.systemd.property.TimeoutStopUSec");

  private static final String OWN_ANNOTATIONS = "io.podman.annotations.";
  private static final long HEALTH_TIME = 30_000_000_000L;
  private static final long HEALTH_RETRIES = 3;

  /** Whether Podman created a container, by a variable that it sets in all of them. */
  static boolean areIn(ContainerSpec spec) {
    return spec.config.env != null && spec.config.env.contains(MARK);
  }

  /** Resets default values to null. */
  void remove() {
    ContainerConfig config = spec.config;
    Set<String> variables =
        Set.of(MARK, "HOSTNAME=" + hostname, "TERM=xterm", "HOME=/", "HOME=/root");
    config.env = rest(config.env, variables::contains);
    if (config.env != null) {
      config.env = config.env.stream().sorted().toList(); // Podman reports them in random order
    }
    if ("/".equals(config.workingDir) && (image == null || image.workingDir == null)) {
      config.workingDir = null;
    }
    if (Set.of("15", "SIGTERM").contains(String.valueOf(config.stopSignal))
        && (image == null || image.stopSignal == null)) {
      config.stopSignal = null;
    }
    if (Objects.equals(config.stopTimeout, STOP_TIMEOUT)) {
      config.stopTimeout = null;
    }
    if (config.healthcheck != null) {
      config.healthcheck = requested(config.healthcheck);
    }
    removeFrom(spec.hostConfig);
  }

  private void removeFrom(HostConfig host) {
    if (host.annotations != null) {
      String userns = host.annotations.get(OWN_ANNOTATIONS + "userns");
      host.usernsMode = userns == null ? host.usernsMode : userns;
      Map<String, String> rest = new LinkedHashMap<>(host.annotations);
      rest.keySet()
          .removeIf(name -> ANNOTATIONS.contains(name) || name.startsWith(OWN_ANNOTATIONS));
      host.annotations = rest.isEmpty() ? null : rest;
    }
    // Without any limit of memory, Podman reports 0 where the swappiness is not set.
    boolean limited =
        Stream.of(host.memory, host.memorySwap, host.memoryReservation, host.oomKillDisable)
            .anyMatch(Objects::nonNull);
    if (host.memorySwappiness != null && host.memorySwappiness < (limited ? 0 : 1)) {
      host.memorySwappiness = null;
    }
    host.pidsLimit = Objects.requireNonNullElse(host.pidsLimit, 0L); // no limit, unlike null
    host.runtime = "oci".equals(host.runtime) ? null : host.runtime;
    if ("podman".equals(host.networkMode) && spec.networkingConfig.endpointsConfig == null) {
      host.networkMode = null;
    }
    if (host.portBindings != null) {
      Map<String, List<PortBinding>> ports = new LinkedHashMap<>(host.portBindings);
      ports.replaceAll((_, bindings) -> bindings.stream().map(PodmanDefaults::port).toList());
      host.portBindings = ports;
    }
  }

  private static @Nullable List<String> rest(@Nullable List<String> all, Predicate<String> usual) {
    List<String> rest = new ArrayList<>(all == null ? List.of() : all);
    rest.removeIf(usual);
    return rest.isEmpty() ? null : rest;
  }

  private static HealthConfig requested(HealthConfig told) {
    HealthConfig health = new HealthConfig();
    health.test = told.test;
    if (told.test == null || !told.test.equals(List.of("NONE"))) {
      health.interval = Objects.equals(told.interval, HEALTH_TIME) ? null : told.interval;
      health.timeout = Objects.equals(told.timeout, HEALTH_TIME) ? null : told.timeout;
      health.retries = Objects.equals(told.retries, HEALTH_RETRIES) ? null : told.retries;
      health.startPeriod = told.startPeriod;
      health.startInterval = told.startInterval;
    }
    return health;
  }

  private static PortBinding port(PortBinding binding) {
    return "0.0.0.0".equals(binding.hostIp()) ? new PortBinding("", binding.hostPort()) : binding;
  }
}
