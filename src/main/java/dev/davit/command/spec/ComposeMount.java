package dev.davit.command.spec;

import dev.davit.engine.InspectedSpec;
import dev.davit.engine.model.BindOptions;
import dev.davit.engine.model.ImageOptions;
import dev.davit.engine.model.Mount;
import dev.davit.engine.model.TmpfsOptions;
import dev.davit.engine.model.VolumeOptions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A mount in the long syntax of a compose file. */
final class ComposeMount {
  private ComposeMount() {}

  /** Returns the keys of a mount. */
  static Map<String, Object> keys(Mount mount) {
    Map<String, Object> keys = new LinkedHashMap<>();
    put(keys, "type", mount.type);
    put(keys, "source", mount.source);
    put(keys, "target", mount.target);
    put(keys, "read_only", mount.readOnly);
    put(keys, "consistency", mount.consistency);
    if ("bind".equals(mount.type)) {
      put(keys, "bind", bind(Objects.requireNonNullElseGet(mount.bindOptions, BindOptions::new)));
    }
    VolumeOptions volume = Objects.requireNonNullElseGet(mount.volumeOptions, VolumeOptions::new);
    Map<String, Object> volumeKeys = new LinkedHashMap<>();
    put(volumeKeys, "labels", volume.labels);
    put(volumeKeys, "nocopy", volume.noCopy);
    put(volumeKeys, "subpath", volume.subpath);
    put(keys, "volume", volumeKeys);
    TmpfsOptions tmpfs = Objects.requireNonNullElseGet(mount.tmpfsOptions, TmpfsOptions::new);
    Map<String, Object> tmpfsKeys = new LinkedHashMap<>();
    put(tmpfsKeys, "size", tmpfs.sizeBytes);
    put(tmpfsKeys, "mode", tmpfs.mode);
    put(keys, "tmpfs", tmpfsKeys);
    ImageOptions image = Objects.requireNonNullElseGet(mount.imageOptions, ImageOptions::new);
    Map<String, Object> imageKeys = new LinkedHashMap<>();
    put(imageKeys, "subpath", image.subpath);
    put(keys, "image", imageKeys);
    return keys;
  }

  /**
   * Returns what no key sets, by its name. Named volumes exist, so their driver and its options
   * have no effect.
   */
  static Map<String, Object> unsaid(Mount mount) {
    Map<String, Object> all = new LinkedHashMap<>();
    if (mount.volumeOptions != null
        && mount.volumeOptions.driverConfig != null
        && (mount.source == null || mount.source.isEmpty())) {
      put(all, "VolumeOptions.DriverConfig.Name", mount.volumeOptions.driverConfig.name);
      put(all, "VolumeOptions.DriverConfig.Options", mount.volumeOptions.driverConfig.options);
    }
    if (mount.tmpfsOptions != null) {
      put(all, "TmpfsOptions.Options", mount.tmpfsOptions.options);
    }
    return all;
  }

  /** A missing source is not created, unless that was requested, as with {@code --mount}. */
  private static Map<String, Object> bind(BindOptions options) {
    Map<String, Object> keys = new LinkedHashMap<>();
    put(keys, "propagation", options.propagation);
    keys.put("create_host_path", Boolean.TRUE.equals(options.createMountpoint));
    put(keys, "recursive", recursive(options));
    return keys;
  }

  private static @Nullable String recursive(BindOptions options) {
    if (Boolean.TRUE.equals(options.nonRecursive)) {
      return "disabled";
    }
    if (Boolean.TRUE.equals(options.readOnlyNonRecursive)) {
      return "writable";
    }
    return Boolean.TRUE.equals(options.readOnlyForceRecursive) ? "readonly" : null;
  }

  private static void put(Map<String, Object> keys, String key, @Nullable Object value) {
    if (value != null && !InspectedSpec.isNothing(value)) {
      keys.put(key, value);
    }
  }
}
