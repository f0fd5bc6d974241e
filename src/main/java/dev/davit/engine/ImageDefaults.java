package dev.davit.engine;

import dev.davit.engine.model.ContainerConfig;
import dev.davit.engine.model.EmptyObject;
import dev.davit.engine.model.HealthConfig;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Removes the values from a container's config that the engine took from the image. */
record ImageDefaults(ContainerConfig config, ContainerConfig image) {

  /**
   * Resets the image's values to null, so that the config is as requested, as far as that can be
   * seen.
   */
  void remove() {
    config.user = unless(image.user, config.user);
    config.workingDir = unless(image.workingDir, config.workingDir);
    config.stopSignal = unless(image.stopSignal, config.stopSignal);
    config.shell = unless(image.shell, config.shell);
    config.onBuild = unless(image.onBuild, config.onBuild);
    config.argsEscaped = unless(image.argsEscaped, config.argsEscaped);
    config.env = rest(config.env, image.env);
    config.labels = rest(config.labels, image.labels);
    config.exposedPorts = keys(config.exposedPorts, image.exposedPorts);
    config.volumes = keys(config.volumes, image.volumes);
    config.healthcheck = health(config.healthcheck, image.healthcheck);
    removeCommand();
  }

  /**
   * Removes the image's entrypoint and command. With an entrypoint of its own, a container does not
   * get the image's command.
   */
  private void removeCommand() {
    boolean lostEntrypoint = config.entrypoint == null && image.entrypoint != null;
    boolean lostCommand = config.cmd == null && image.cmd != null;
    if (lostEntrypoint) {
      config.entrypoint = List.of("");
    } else if (!lostCommand && Objects.equals(config.entrypoint, image.entrypoint)) {
      config.entrypoint = null;
      config.cmd = unless(image.cmd, config.cmd);
    }
  }

  private static <T> @Nullable T unless(@Nullable T usual, @Nullable T value) {
    return Objects.equals(usual, value) ? null : value;
  }

  private static @Nullable List<String> rest(
      @Nullable List<String> all, @Nullable List<String> usual) {
    List<String> rest = new ArrayList<>(all == null ? List.of() : all);
    rest.removeAll(usual == null ? List.of() : usual);
    return rest.isEmpty() ? null : rest;
  }

  private static @Nullable Map<String, String> rest(
      @Nullable Map<String, String> all, @Nullable Map<String, String> usual) {
    Map<String, String> rest = new LinkedHashMap<>(all == null ? Map.of() : all);
    rest.entrySet().removeAll(usual == null ? List.of() : usual.entrySet());
    return rest.isEmpty() ? null : rest;
  }

  private static @Nullable Map<String, EmptyObject> keys(
      @Nullable Map<String, EmptyObject> all, @Nullable Map<String, EmptyObject> usual) {
    Map<String, EmptyObject> rest = new LinkedHashMap<>(all == null ? Map.of() : all);
    rest.keySet().removeAll(usual == null ? List.of() : usual.keySet());
    return rest.isEmpty() ? null : rest;
  }

  /** Removes the fields of a health check that the engine has filled in from the image's. */
  private static @Nullable HealthConfig health(
      @Nullable HealthConfig all, @Nullable HealthConfig usual) {
    if (all == null || usual == null) {
      return all;
    }
    HealthConfig rest = new HealthConfig();
    rest.test = unless(usual.test, all.test);
    rest.interval = unless(usual.interval, all.interval);
    rest.timeout = unless(usual.timeout, all.timeout);
    rest.startPeriod = unless(usual.startPeriod, all.startPeriod);
    rest.startInterval = unless(usual.startInterval, all.startInterval);
    rest.retries = unless(usual.retries, all.retries);
    boolean same =
        rest.test == null
            && rest.interval == null
            && rest.timeout == null
            && rest.startPeriod == null
            && rest.startInterval == null
            && rest.retries == null;
    return same ? null : rest;
  }
}
