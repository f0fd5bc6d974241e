package dev.davit.command.spec;

import dev.davit.create.DescribedContainer;
import dev.davit.create.LaterNetworks;
import dev.davit.engine.InspectedSpec;
import dev.davit.engine.model.ContainerSpec;
import dev.davit.engine.model.DeviceRequest;
import dev.davit.engine.model.HealthConfig;
import dev.davit.engine.model.Mount;
import dev.davit.gotypes.DurationParser;
import dev.davit.json.JsonBinding;
import dev.davit.opts.PortSpec;
import dev.davit.output.JsonValues;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A container as a service of a compose file, with the networks and volumes that it uses. */
final class ComposeService {
  /** Properties that compose sets by itself, or that are only of the client. */
  private static final Set<String> LEFT_OUT =
      Set.of("AttachStdin", "AttachStdout", "AttachStderr", "StdinOnce");

  private final Map<String, @Nullable Object> keys = new LinkedHashMap<>();
  private final Set<String> networks = new TreeSet<>();
  private final Set<String> volumes = new TreeSet<>();
  private final List<String> remarks;
  private final ContainerSpec spec;
  private final String envFile;

  /** Whether the engine, of API 1.44 or newer, reads MAC addresses from networks only. */
  private final boolean macByNetwork;

  private ComposeService(DescribedContainer container, List<String> remarks) {
    this.spec = container.spec();
    this.envFile = container.envFile();
    this.macByNetwork = container.severalNetworks();
    this.remarks = remarks;
  }

  /** Converts a container; the properties that no key sets become remarks. */
  static ComposeService of(DescribedContainer container, String program) throws IOException {
    // services have networks in any number, unless the first is a predefined one
    LaterNetworks later = LaterNetworks.takenFrom(container.onNewEngine());
    List<String> remarks = new ArrayList<>(container.remarks());
    remarks.addAll(later.remarks(program, container));
    ComposeService service = new ComposeService(container, remarks);
    service.convert();
    return service;
  }

  Map<String, @Nullable Object> keys() {
    return keys;
  }

  /** The names of the user-defined networks. */
  Set<String> networks() {
    return networks;
  }

  /** The names of the volumes. */
  Set<String> volumes() {
    return volumes;
  }

  List<String> remarks() {
    return remarks;
  }

  private void convert() throws IOException {
    Map<?, ?> all = object(JsonBinding.read(JsonBinding.write(spec), Object.class));
    Map<String, @Nullable Object> config = copy(all);
    Map<String, @Nullable Object> host = copy(object(config.remove("HostConfig")));
    config.remove("NetworkingConfig");
    config.keySet().removeAll(LEFT_OUT);
    put("container_name", spec.name);
    if (!envFile.isEmpty()) {
      Map<String, Object> file = new LinkedHashMap<>();
      file.put("path", envFile);
      file.put("format", "raw"); // without replacing variables
      keys.put("env_file", List.of(file));
    }
    ComposeKey.CONFIG.forEach(key -> take(key, config));
    config.remove("Labels");
    put("labels", labels());
    config.remove("Healthcheck");
    put("healthcheck", health(spec.config.healthcheck));
    config.remove("ExposedPorts");
    host.remove("PortBindings");
    ports();
    config.remove("Volumes");
    host.remove("Binds");
    host.remove("Mounts");
    List<Object> mounts = new ArrayList<>(volumeList());
    mounts.addAll(mounts());
    put("volumes", mounts);
    host.remove("NetworkMode");
    ComposeNetworks used = ComposeNetworks.of(spec);
    keys.putAll(used.keys());
    networks.addAll(used.names());
    if (macByNetwork && used.names().isEmpty() && keys.remove("mac_address") != null) {
      remark("Config.MacAddress", spec.config.macAddress);
    }
    used.unsaid().forEach(this::remark);
    host.remove("SecurityOpt");
    security(host);
    host.keySet().removeAll(ComposeDevices.LIMITS);
    put("blkio_config", ComposeDevices.limits(spec.hostConfig));
    devices(host);
    ComposeKey.HOST.forEach(key -> take(key, host));
    host.remove("RestartPolicy"); // without the key it is no
    volumesFrom();
    config.forEach((name, value) -> remark("Config." + name, value));
    host.forEach((name, value) -> remark("HostConfig." + name, value));
  }

  private static Map<?, ?> object(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  private static Map<String, @Nullable Object> copy(Map<?, ?> map) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    map.forEach((name, value) -> copy.put(String.valueOf(name), value));
    return copy;
  }

  /** Sets a key, and removes its property from the remaining ones. */
  private void take(ComposeKey key, Map<String, @Nullable Object> properties) {
    Object value = key.value().apply(spec);
    if (value != null) {
      properties.remove(key.property());
      keys.put(key.name(), value);
    }
  }

  private void put(String key, @Nullable Object value) {
    if (!InspectedSpec.isNothing(value)) {
      keys.put(key, value);
    }
  }

  private void remark(String property, @Nullable Object value) {
    if (value != null) {
      remarks.add("No key sets " + property + ": " + JsonValues.compact(value));
    }
  }

  /** The labels except the labels that compose sets. */
  private Map<String, String> labels() {
    Map<String, String> labels =
        new LinkedHashMap<>(Objects.requireNonNullElse(spec.config.labels, Map.of()));
    labels.keySet().removeIf(name -> name.startsWith("com.docker.compose."));
    return labels;
  }

  private static Map<String, Object> health(@Nullable HealthConfig health) {
    Map<String, Object> keys = new LinkedHashMap<>();
    if (health == null) {
      return keys;
    }
    if (health.test != null) {
      keys.put("test", health.test);
    }
    duration(keys, "interval", health.interval);
    duration(keys, "timeout", health.timeout);
    duration(keys, "start_period", health.startPeriod);
    duration(keys, "start_interval", health.startInterval);
    if (health.startInterval != null) {
      keys.putIfAbsent("start_period", "0s"); // compose requires one
    }
    if (health.retries != null) {
      keys.put("retries", health.retries);
    }
    return keys;
  }

  private static void duration(Map<String, Object> keys, String name, @Nullable Long nanos) {
    if (nanos != null) {
      keys.put(name, DurationParser.format(nanos));
    }
  }

  private void ports() {
    List<String> published = new ArrayList<>();
    Set<String> exposed =
        new TreeSet<>(
            spec.config.exposedPorts == null ? Set.of() : spec.config.exposedPorts.keySet());
    if (spec.hostConfig.portBindings != null) {
      spec.hostConfig.portBindings.forEach(
          (port, bindings) -> {
            exposed.remove(port);
            bindings.forEach(
                each -> published.add(PortSpec.format(port, each).replaceFirst("^:", "")));
          });
    }
    put("ports", published);
    put("expose", List.copyOf(exposed));
  }

  private List<String> volumeList() {
    List<String> all =
        new ArrayList<>(Objects.requireNonNullElse(spec.hostConfig.binds, List.of()));
    for (String bind : all) {
      String source = bind.substring(0, Math.max(0, bind.indexOf(':')));
      if (!source.isEmpty() && source.charAt(0) != '/' && source.length() > 1) {
        volumes.add(source);
      }
    }
    if (spec.config.volumes != null) {
      all.addAll(spec.config.volumes.keySet());
    }
    return all;
  }

  private List<Map<String, Object>> mounts() {
    List<Map<String, Object>> all = new ArrayList<>();
    for (Mount mount : Objects.requireNonNullElse(spec.hostConfig.mounts, List.<Mount>of())) {
      all.add(ComposeMount.keys(mount));
      ComposeMount.unsaid(mount)
          .forEach((name, value) -> remark(name + " of the mount " + mount.target, value));
      if ("volume".equals(mount.type) && mount.source != null && !mount.source.isEmpty()) {
        volumes.add(mount.source);
      }
    }
    return all;
  }

  /** A profile is a file for compose, and the content of one for an engine. */
  private void security(Map<String, @Nullable Object> host) {
    List<String> options = new ArrayList<>();
    for (String option :
        Objects.requireNonNullElse(spec.hostConfig.securityOpt, List.<String>of())) {
      if (option.startsWith("seccomp={")) {
        remark("HostConfig.SecurityOpt", option);
      } else {
        options.add(option);
      }
    }
    if (spec.hostConfig.maskedPaths != null && spec.hostConfig.maskedPaths.isEmpty()) {
      options.add("systempaths=unconfined");
      host.remove("MaskedPaths");
      host.remove("ReadonlyPaths");
    }
    put("security_opt", options);
  }

  private void devices(Map<String, @Nullable Object> host) {
    List<DeviceRequest> requests =
        Objects.requireNonNullElse(spec.hostConfig.deviceRequests, List.<DeviceRequest>of());
    put(
        "deploy",
        ComposeDevices.reservations(
            requests.stream().filter(ComposeDevices::isReservation).toList()));
    if (requests.stream().allMatch(ComposeDevices::isReservation)) {
      host.remove("DeviceRequests");
    }
  }

  /** Compose ignores the mode of a container's volumes. */
  private void volumesFrom() {
    Objects.requireNonNullElse(spec.hostConfig.volumesFrom, List.<String>of()).stream()
        .filter(each -> each.endsWith(":ro"))
        .forEach(each -> remark("the mode in HostConfig.VolumesFrom", each));
  }
}
