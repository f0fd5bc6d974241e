package dev.davit.command.spec;

import dev.davit.command.shared.SpecLines;
import dev.davit.json.JsonBinding;
import dev.davit.json.MaskedJson;
import dev.davit.output.JsonValues;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A service of a compose file as lines, each with a key, without what is not of its containers. */
final class ServiceLines {
  private static final Set<String> LEFT_OUT =
      Set.of(
          "attach",
          "build",
          "container_name",
          "depends_on",
          "develop",
          "extends",
          "profiles",
          "pull_policy",
          "scale");

  /** Lists that are one value, as their order matters. */
  private static final Set<String> WHOLE =
      Set.of("command", "entrypoint", "healthcheck.test", "dns", "dns_search");

  private static final String NETWORKS = "networks";
  private static final String VOLUMES = "volumes";
  private static final String SOURCE = "source";

  private ServiceLines() {}

  /**
   * Returns the lines of a service.
   *
   * @param aliases aliases on all networks that compose adds to each container of the service
   * @param showsSecrets whether {@link SpecLines#difference} prints probable secrets
   */
  static SpecLines of(
      ComposeConfig config, String service, Set<String> aliases, boolean showsSecrets)
      throws IOException {
    byte[] json = JsonBinding.write(keys(config, service, aliases));
    List<String> lines = lines(json);
    return new SpecLines(lines, showsSecrets ? lines : lines(MaskedJson.of(json)));
  }

  private static List<String> lines(byte[] json) throws IOException {
    List<String> lines = new ArrayList<>();
    add(lines, "", JsonBinding.read(json, Object.class));
    return lines;
  }

  private static void add(List<String> lines, String key, @Nullable Object value) {
    if (value instanceof Map<?, ?> map && (key.isEmpty() || !map.isEmpty())) {
      map.forEach(
          (name, each) -> add(lines, key.isEmpty() ? name.toString() : key + '.' + name, each));
    } else if (value instanceof List<?> list && !WHOLE.contains(key)) {
      list.forEach(each -> lines.add(key + ": " + JsonValues.compact(each)));
    } else {
      lines.add(key + ": " + JsonValues.compact(value));
    }
  }

  private static Map<String, Object> keys(
      ComposeConfig config, String service, Set<String> aliases) {
    Map<String, Object> keys = copy(config.keys(service));
    if (keys.containsKey("build")) {
      keys.putIfAbsent("image", config.project() + '-' + service);
    }
    keys.keySet().removeAll(LEFT_OUT);
    Map<String, Object> deploy = copy(keys.remove("deploy"));
    ServiceLimits.of(deploy).forEach(keys::putIfAbsent);
    keys.remove("restart", "no");
    keys.computeIfPresent("ulimits", (_, value) -> ServiceLimits.ulimits(copy(value)));
    keys.computeIfPresent(NETWORKS, (_, value) -> networks(config, value, aliases));
    List<Object> mounts = volumes(config, keys.remove(VOLUMES));
    mounts.addAll(fileMounts(config, "configs", keys.remove("configs")));
    mounts.addAll(fileMounts(config, "secrets", keys.remove("secrets")));
    if (!mounts.isEmpty()) {
      keys.put(VOLUMES, mounts);
    }
    return keys;
  }

  /** Names networks as the engine does. */
  private static Map<String, Object> networks(
      ComposeConfig config, Object value, Set<String> aliases) {
    Map<String, Object> networks = new LinkedHashMap<>();
    ((Map<?, ?>) value)
        .forEach(
            (key, settings) -> {
              Map<String, Object> all = copy(settings);
              all.remove("priority"); // only the order in which compose connects networks
              if (all.get("aliases") instanceof Collection<?> list) {
                all.put("aliases", list.stream().filter(each -> !aliases.contains(each)).toList());
                all.remove("aliases", List.of());
              }
              networks.put(config.nameOf(NETWORKS, key.toString()), all);
            });
    return networks;
  }

  /** Names volumes as the engine does; leaves out how a missing directory would be created. */
  private static List<Object> volumes(ComposeConfig config, @Nullable Object value) {
    List<Object> volumes = new ArrayList<>();
    for (Object each : list(value)) {
      Map<String, Object> mount = copy(each);
      if ("volume".equals(mount.get("type")) && mount.get(SOURCE) instanceof String source) {
        mount.put(SOURCE, config.nameOf(VOLUMES, source));
      }
      Map<String, Object> bind = copy(mount.remove("bind"));
      bind.remove("create_host_path");
      if (!bind.isEmpty()) {
        mount.put("bind", bind);
      }
      mount.remove("volume", Map.of());
      volumes.add(mount);
    }
    return volumes;
  }

  /** Returns the read-only mounts by which compose passes the files of configs and secrets. */
  private static List<Object> fileMounts(
      ComposeConfig config, String section, @Nullable Object value) {
    List<Object> mounts = new ArrayList<>();
    for (Object each : list(value)) {
      Map<String, Object> use = copy(each);
      Object file = config.fileOf(section, String.valueOf(use.get(SOURCE)));
      if (file != null) {
        Map<String, Object> mount = new LinkedHashMap<>(); // in the plugin's order
        mount.put("type", "bind");
        mount.put(SOURCE, file);
        mount.put("target", use.getOrDefault("target", ""));
        mount.put("read_only", true);
        mounts.add(mount);
      }
    }
    return mounts;
  }

  private static List<?> list(@Nullable Object value) {
    return value instanceof List<?> list ? list : List.of();
  }

  /** Copies an object without its null values; anything else is an empty one. */
  static Map<String, Object> copy(@Nullable Object value) {
    Map<String, Object> copy = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach(
          (key, each) -> {
            if (each != null) {
              copy.put(key.toString(), each);
            }
          });
    }
    return copy;
  }
}
