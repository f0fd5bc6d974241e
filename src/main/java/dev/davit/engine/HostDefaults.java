package dev.davit.engine;

import dev.davit.engine.model.EngineInfo;
import dev.davit.engine.model.HostConfig;
import dev.davit.engine.model.LogConfig;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an engine fills in where a host config says nothing. */
record HostDefaults(HostConfig host, EngineInfo engine) {
  private static final long SHM_SIZE = 64L * 1024 * 1024;

  /** Leaves a host config as it was asked for, as far as that shows. */
  void remove() {
    host.consoleSize = null;
    host.containerIdFile = null; // it exists by now
    host.ipcMode = unless("private", host.ipcMode);
    host.cgroupnsMode =
        unless("1".equals(engine.cgroupVersion()) ? "host" : "private", host.cgroupnsMode);
    host.runtime = unless(engine.defaultRuntime(), host.runtime);
    host.shmSize = Objects.equals(host.shmSize, SHM_SIZE) ? null : host.shmSize;
    host.logConfig = isDefault(host.logConfig) ? null : host.logConfig;
    if (host.memory != null && Objects.equals(host.memorySwap, 2 * host.memory)) {
      host.memorySwap = null;
    }
    if (isUnconfined() && List.of("label=disable").equals(host.securityOpt)) {
      host.securityOpt = null;
    }
    // lists of their own can't be asked for by flags, only none at all
    host.maskedPaths = unlessFull(host.maskedPaths);
    host.readonlyPaths = unlessFull(host.readonlyPaths);
    host.links = host.links == null ? null : host.links.stream().map(HostDefaults::link).toList();
  }

  private static @Nullable String unless(@Nullable String usual, @Nullable String value) {
    return Objects.equals(usual, value) ? null : value;
  }

  private boolean isDefault(@Nullable LogConfig log) {
    return log != null
        && Objects.equals(log.type(), engine.loggingDriver())
        && (log.config() == null || log.config().isEmpty());
  }

  /** Then it gets no label of SELinux. */
  private boolean isUnconfined() {
    return Boolean.TRUE.equals(host.privileged)
        || "host".equals(host.pidMode)
        || "host".equals(host.ipcMode);
  }

  private static @Nullable List<String> unlessFull(@Nullable List<String> paths) {
    return paths == null || paths.isEmpty() ? paths : null;
  }

  /** {@code /name:/own/alias} is {@code name:alias}. */
  private static String link(String told) {
    int colon = told.indexOf(':');
    return told.substring(told.startsWith("/") ? 1 : 0, colon + 1)
        + told.substring(told.lastIndexOf('/') + 1);
  }
}
