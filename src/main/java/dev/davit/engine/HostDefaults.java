package dev.davit.engine;

import dev.davit.engine.model.DeviceMapping;
import dev.davit.engine.model.EngineInfo;
import dev.davit.engine.model.HostConfig;
import dev.davit.engine.model.LogConfig;
import dev.davit.engine.model.Ulimit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Removes the values from a host config that an engine fills in by default.
 *
 * @param ofPodman whether the engine is Podman
 */
record HostDefaults(HostConfig host, EngineInfo engine, boolean ofPodman) {
  private static final long SHM_SIZE = 64L * 1024 * 1024;
  private static final long SHM_SIZE_OF_PODMAN = 65_536_000;
  private static final long CPU_PERIOD = 100_000;
  private static final long NANOS = 1_000_000_000;
  private static final String ULIMIT = "RLIMIT_";

  /**
   * Resets default values to null, so that the host config is as requested, as far as that can be
   * seen.
   */
  void remove() {
    host.consoleSize = null;
    host.containerIdFile = null; // the file exists by now, and docker refuses an existing one
    host.ipcMode = unless(ofPodman ? "shareable" : "private", host.ipcMode);
    host.cgroupnsMode =
        unless("1".equals(engine.cgroupVersion()) ? "host" : "private", host.cgroupnsMode);
    host.runtime = unless(engine.defaultRuntime(), host.runtime);
    host.shmSize = unless(ofPodman ? SHM_SIZE_OF_PODMAN : SHM_SIZE, host.shmSize);
    host.logConfig = isDefault(host.logConfig) ? null : host.logConfig;
    if (host.memory != null && Objects.equals(host.memorySwap, 2 * host.memory)) {
      host.memorySwap = null;
    }
    removePodmanValues();
    if (isUnconfined() && List.of("label=disable").equals(host.securityOpt)) {
      host.securityOpt = null;
    }
    // Flags cannot set a list, only unset the default with an empty one.
    host.maskedPaths = unlessFull(host.maskedPaths);
    host.readonlyPaths = unlessFull(host.readonlyPaths);
    host.links = host.links == null ? null : host.links.stream().map(HostDefaults::link).toList();
  }

  /**
   * Removes what Podman derives from other values and refuses together with them, and restores the
   * names and permissions of requests.
   */
  private void removePodmanValues() {
    host.pidMode = unless("private", host.pidMode);
    host.utsMode = unless("private", host.utsMode);
    if (host.nanoCpus != null
        && Objects.equals(host.cpuPeriod, CPU_PERIOD)
        && Objects.equals(host.cpuQuota, host.nanoCpus / (NANOS / CPU_PERIOD))) {
      host.cpuPeriod = null;
      host.cpuQuota = null;
    }
    if (host.ulimits != null) {
      host.ulimits =
          host.ulimits.stream()
              .map(each -> new Ulimit(ulimitName(each.name()), each.soft(), each.hard()))
              .sorted(Comparator.comparing(each -> String.valueOf(each.name())))
              .toList();
    }
    if (host.devices != null) {
      host.devices = host.devices.stream().map(HostDefaults::withPermissions).toList();
    }
  }

  /** Converts {@code RLIMIT_NOFILE} to {@code nofile}. */
  private static @Nullable String ulimitName(@Nullable String name) {
    return name != null && name.startsWith(ULIMIT)
        ? name.substring(ULIMIT.length()).toLowerCase(Locale.ROOT)
        : name;
  }

  private static DeviceMapping withPermissions(DeviceMapping device) {
    return "".equals(device.cgroupPermissions())
        ? new DeviceMapping(device.pathOnHost(), device.pathInContainer(), "rwm")
        : device;
  }

  private static <T> @Nullable T unless(@Nullable T usual, @Nullable T value) {
    return Objects.equals(usual, value) ? null : value;
  }

  private boolean isDefault(@Nullable LogConfig log) {
    return log != null
        && Objects.equals(log.type(), engine.loggingDriver())
        && (log.config() == null || log.config().isEmpty());
  }

  /** Whether the container gets no SELinux label by default. */
  private boolean isUnconfined() {
    return Boolean.TRUE.equals(host.privileged)
        || "host".equals(host.pidMode)
        || "host".equals(host.ipcMode);
  }

  private static @Nullable List<String> unlessFull(@Nullable List<String> paths) {
    return paths == null || paths.isEmpty() ? paths : null;
  }

  /** Converts {@code /name:/container/alias} to {@code name:alias}. */
  private static String link(String told) {
    int colon = told.indexOf(':');
    return told.substring(told.startsWith("/") ? 1 : 0, colon + 1)
        + told.substring(Math.max(colon, told.lastIndexOf('/')) + 1);
  }
}
