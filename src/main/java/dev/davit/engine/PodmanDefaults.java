package dev.davit.engine;

import dev.davit.engine.model.ContainerConfig;
import dev.davit.engine.model.ContainerSpec;
import dev.davit.engine.model.HostConfig;
import dev.davit.engine.model.PortBinding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Removes the values from a spec that only Podman fills in by default. Its default limits, as for
 * {@code nofile}, stay, as they look like requested ones.
 */
record PodmanDefaults(ContainerSpec spec, String hostname, @Nullable ContainerConfig image) {
  private static final String MARK = "container=podman";
  private static final long SHM_SIZE = 65_536_000;
  private static final long STOP_TIMEOUT = 10;

  private static final Set<String> ANNOTATIONS =
      Set.of(
          "io.container.manager",
          "org.opencontainers.image.stopSignal",
          "org.systemd.property.KillSignal",
          "org.systemd.property.TimeoutStopUSec");

  /** Options that all mounts have by default. */
  private static final Set<String> MOUNT_OPTIONS = Set.of("rprivate", "rbind");

  /** Options that volumes and tmpfs mounts have in addition. */
  private static final Set<String> VOLUME_OPTIONS = Set.of("nosuid", "nodev", "tmpcopyup");

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
    removeFrom(spec.hostConfig);
  }

  private void removeFrom(HostConfig host) {
    if (host.annotations != null) {
      Map<String, String> rest = new LinkedHashMap<>(host.annotations);
      rest.keySet()
          .removeIf(
              name -> ANNOTATIONS.contains(name) || name.startsWith("io.podman.annotations."));
      host.annotations = rest.isEmpty() ? null : rest;
    }
    if (host.memorySwappiness != null && host.memorySwappiness <= 0) {
      host.memorySwappiness = null;
    }
    host.shmSize = Objects.equals(host.shmSize, SHM_SIZE) ? null : host.shmSize;
    host.ipcMode = "shareable".equals(host.ipcMode) ? null : host.ipcMode;
    host.runtime = "oci".equals(host.runtime) ? null : host.runtime;
    if ("podman".equals(host.networkMode) && spec.networkingConfig.endpointsConfig == null) {
      host.networkMode = null;
    }
    if (host.binds != null) {
      host.binds = host.binds.stream().map(PodmanDefaults::bind).toList();
    }
    if (host.tmpfs != null) {
      Map<String, String> mounts = new LinkedHashMap<>(host.tmpfs);
      mounts.replaceAll((_, options) -> withoutDefaults(options, true));
      host.tmpfs = mounts;
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

  /** Shortens the options of {@code SOURCE:TARGET:OPTIONS}. */
  private static String bind(String bind) {
    int options = bind.lastIndexOf(':');
    if (bind.indexOf(':') == options) {
      return bind;
    }
    String rest = withoutDefaults(bind.substring(options + 1), !bind.startsWith("/"));
    return bind.substring(0, options) + (rest.isEmpty() ? "" : ':' + rest);
  }

  private static String withoutDefaults(String options, boolean volume) {
    return Arrays.stream(options.split(",", -1))
        .filter(each -> !MOUNT_OPTIONS.contains(each))
        .filter(each -> !volume || !VOLUME_OPTIONS.contains(each))
        .collect(Collectors.joining(","));
  }

  private static PortBinding port(PortBinding binding) {
    return "0.0.0.0".equals(binding.hostIp()) ? new PortBinding("", binding.hostPort()) : binding;
  }
}
