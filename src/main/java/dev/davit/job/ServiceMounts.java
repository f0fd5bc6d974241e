package dev.davit.job;

import dev.davit.engine.model.ContainerSpec;
import dev.davit.opts.ByteSize;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Converts the binds, volumes and tmpfs of a container to the mounts of a service. */
final class ServiceMounts {
  private static final List<String> PROPAGATIONS =
      List.of("private", "rprivate", "shared", "rshared", "slave", "rslave");
  private static final List<String> CONSISTENCIES = List.of("cached", "consistent", "delegated");

  /** The options that every tmpfs of a service has. */
  private static final List<String> OF_EVERY_TMPFS = List.of("rw", "noexec", "nosuid", "nodev");

  private static final int OCTAL = 8;

  private final ContainerSpec spec;
  private final List<Object> mounts;

  /**
   * Prepares a conversion.
   *
   * @param host the host config, whose mounts are kept as they are
   */
  ServiceMounts(ContainerSpec spec, Map<?, ?> host) {
    this.spec = spec;
    this.mounts = new ArrayList<>(ServiceBody.list(host.get("Mounts")));
  }

  /**
   * Returns the mounts.
   *
   * @throws IllegalArgumentException for an option that a service cannot have
   */
  List<Object> list() {
    Objects.requireNonNullElse(spec.hostConfig.binds, List.<String>of()).forEach(this::addBind);
    if (spec.config.volumes != null) {
      spec.config.volumes.keySet().forEach(path -> mounts.add(volume("", path)));
    }
    if (spec.hostConfig.tmpfs != null) {
      spec.hostConfig.tmpfs.forEach(this::addTmpfs);
    }
    return mounts;
  }

  private void addBind(String bind) {
    List<String> parts = List.of(bind.split(":", -1));
    if (parts.size() > 3 || parts.getFirst().length() == 1 && parts.get(1).startsWith("\\")) {
      throw new IllegalArgumentException(
          "a service cannot have --volume " + bind + "; use --mount");
    }
    boolean directory = parts.getFirst().startsWith("/");
    Map<String, Object> mount =
        directory
            ? mount("bind", parts.getFirst(), parts.get(1))
            : volume(parts.getFirst(), parts.get(1));
    Map<String, Object> options = new LinkedHashMap<>();
    for (String option :
        parts.size() == 3 ? List.of(parts.get(2).split(",", -1)) : List.<String>of()) {
      if (option.equals("ro")) {
        mount.put("ReadOnly", true);
      } else if (CONSISTENCIES.contains(option)) {
        mount.put("Consistency", option);
      } else if (directory && PROPAGATIONS.contains(option)) {
        options.put("Propagation", option);
      } else if (!directory && option.equals("nocopy")) {
        volumeOptions(mount).put("NoCopy", true);
      } else if (!option.equals("rw") && !option.isEmpty()) {
        throw refused("--volume", option);
      }
    }
    ServiceBody.put(mount, "BindOptions", options);
    mounts.add(mount);
  }

  private Map<String, Object> volume(String source, String target) {
    Map<String, Object> mount = mount("volume", source, target);
    String driver = spec.hostConfig.volumeDriver;
    if (driver != null && !driver.isEmpty()) {
      volumeOptions(mount).put("DriverConfig", Map.of("Name", driver));
    }
    return mount;
  }

  @SuppressWarnings("unchecked") // the map has been put there by this class
  private static Map<String, Object> volumeOptions(Map<String, Object> mount) {
    return (Map<String, Object>)
        mount.computeIfAbsent("VolumeOptions", name -> new LinkedHashMap<String, Object>());
  }

  private static Map<String, Object> mount(String type, String source, String target) {
    Map<String, Object> mount = new LinkedHashMap<>();
    mount.put("Type", type);
    ServiceBody.put(mount, "Source", source);
    mount.put("Target", target);
    return mount;
  }

  private static int mode(String option) {
    try {
      return Integer.parseInt(option.substring(5), OCTAL);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("invalid option of --tmpfs: " + option, e);
    }
  }

  private void addTmpfs(String path, String given) {
    Map<String, Object> mount = mount("tmpfs", "", path);
    Map<String, Object> options = new LinkedHashMap<>();
    for (String option : given.split(",", -1)) {
      if (option.startsWith("size=")) {
        options.put("SizeBytes", ByteSize.parse(option.substring(5)));
      } else if (option.startsWith("mode=")) {
        options.put("Mode", mode(option));
      } else if (option.equals("ro")) {
        mount.put("ReadOnly", true);
      } else if (!option.isEmpty() && !OF_EVERY_TMPFS.contains(option)) {
        throw refused("--tmpfs", option);
      }
    }
    ServiceBody.put(mount, "TmpfsOptions", options);
    mounts.add(mount);
  }

  private static IllegalArgumentException refused(String flag, String option) {
    return new IllegalArgumentException(
        "a service cannot have the option " + option + " of " + flag);
  }
}
