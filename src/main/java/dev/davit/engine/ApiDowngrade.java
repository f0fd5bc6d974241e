package dev.davit.engine;

import dev.davit.engine.http.ApiVersion;
import dev.davit.engine.model.BindOptions;
import dev.davit.engine.model.ContainerSpec;
import dev.davit.engine.model.EndpointSettings;
import dev.davit.engine.model.Mount;
import dev.davit.text.GoCase;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Adapts a container spec to the API version of an engine, as ContainerCreate in docker's
 * client/container_create.go does.
 */
final class ApiDowngrade {
  private static final ApiVersion V1_40 = new ApiVersion(1, 40);
  private static final ApiVersion V1_42 = new ApiVersion(1, 42);
  private static final ApiVersion V1_44 = new ApiVersion(1, 44);

  private ApiDowngrade() {}

  /**
   * Changes the spec to the form that the engine's API version accepts.
   *
   * @throws IOException if that version cannot express a setting
   */
  static void adapt(ContainerSpec spec, ApiVersion version) throws IOException {
    boolean old = version.isBefore(V1_44);
    if (old) {
      moveMacAddress(spec, version);
      requireKnownMounts(spec.hostConfig.mounts, version);
    } else {
      spec.config.macAddress = null;
    }
    if (version.isBefore(V1_40) || !version.isBefore(V1_42)) {
      spec.hostConfig.kernelMemory = null;
    }
    if (version.isBefore(V1_42) && spec.platform != null && spec.platform.startsWith("linux")) {
      spec.hostConfig.consoleSize = null;
    }
    spec.hostConfig.capAdd = normalized(spec.hostConfig.capAdd);
    spec.hostConfig.capDrop = normalized(spec.hostConfig.capDrop);
  }

  /**
   * Removes the MAC address of the primary network's endpoint, as older APIs have it in {@code
   * Config}.
   */
  private static void moveMacAddress(ContainerSpec spec, ApiVersion version) throws IOException {
    Map<String, EndpointSettings> endpoints = spec.networkingConfig.endpointsConfig;
    if (endpoints == null) {
      return;
    }
    for (Map.Entry<String, EndpointSettings> entry : endpoints.entrySet()) {
      EndpointSettings endpoint = entry.getValue();
      boolean first = entry.getKey().equals(spec.hostConfig.networkMode);
      if (first && endpoint.macAddress != null && spec.config.macAddress != null) {
        endpoint.macAddress = null;
      } else if (endpoint.macAddress != null) {
        throw new IOException(
            "\"specify mac-address per network\" requires API version "
                + V1_44
                + ", but the Docker daemon API version is "
                + version);
      }
    }
  }

  private static void requireKnownMounts(@Nullable List<Mount> mounts, ApiVersion version)
      throws IOException {
    for (Mount mount : mounts == null ? List.<Mount>of() : mounts) {
      BindOptions options = mount.bindOptions;
      if (options != null && options.readOnlyForceRecursive != null) {
        throw new IOException("bind-recursive=readonly requires API v1.44 or later");
      }
      if (options != null && options.nonRecursive != null && version.isBefore(V1_40)) {
        throw new IOException("bind-recursive=disabled requires API v1.40 or later");
      }
    }
  }

  /** Capabilities by their full names, each once, in alphabetical order. */
  private static @Nullable List<String> normalized(@Nullable List<String> capabilities) {
    return capabilities == null
        ? null
        : capabilities.stream().map(ApiDowngrade::fullName).distinct().sorted().toList();
  }

  private static String fullName(String capability) {
    String name = GoCase.upper(capability);
    return name.equals("ALL") || name.startsWith("CAP_") ? name : "CAP_" + name;
  }
}
