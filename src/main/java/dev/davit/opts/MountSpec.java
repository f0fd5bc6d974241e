package dev.davit.opts;

import dev.davit.engine.model.BindOptions;
import dev.davit.engine.model.ImageOptions;
import dev.davit.engine.model.Mount;
import dev.davit.engine.model.TmpfsOptions;
import dev.davit.engine.model.VolumeOptions;
import dev.davit.gotypes.GoInt;
import dev.davit.text.GoCase;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Parses {@code --mount}: a record of {@code key=value} fields. Mirrors opts/mount.go, plus {@code
 * bind-create-src} of docker 29.
 */
public final class MountSpec {
  private final Mount mount = new Mount();

  private MountSpec() {
    mount.type = "volume";
  }

  /**
   * Parses a mount.
   *
   * @throws IllegalArgumentException with docker's message
   */
  public static Mount parse(String text) {
    MountSpec spec = new MountSpec();
    for (String field : Csv.parse(text)) {
      String value = KeyValue.value(field);
      String key = GoCase.lower(KeyValue.name(field));
      if (value == null) {
        spec.set(key, field);
      } else {
        spec.set(key, value, field);
      }
    }
    spec.check();
    return spec.mount;
  }

  private void set(String key, String field) {
    switch (key) {
      case "readonly", "ro", "volume-nocopy", "bind-nonrecursive", "bind-create-src" ->
          set(key, "true", field);
      default ->
          throw new IllegalArgumentException(
              "invalid field '" + field + "' must be a key=value pair");
    }
  }

  private void set(String key, String value, String field) {
    switch (key) {
      case "type" -> mount.type = GoCase.lower(value);
      case "source", "src" -> mount.source = value;
      case "target", "dst", "destination" -> mount.target = value;
      case "readonly", "ro" -> mount.readOnly = bool(key, value);
      case "consistency" -> mount.consistency = GoCase.lower(value);
      case "bind-propagation" -> bind().propagation = GoCase.lower(value);
      case "bind-nonrecursive" -> bind().nonRecursive = bool(key, value);
      case "bind-recursive" -> setRecursive(value);
      case "bind-create-src" -> bind().createMountpoint = bool(key, value);
      case "volume-subpath" -> volume().subpath = value;
      case "volume-nocopy" -> volume().noCopy = bool(key, value);
      case "volume-label" -> volume().labels = with(volume().labels, value);
      case "volume-driver" -> driver().name = value;
      case "volume-opt" -> driver().options = with(driver().options, value);
      case "image-subpath" -> image().subpath = value;
      case "tmpfs-size" -> tmpfs().sizeBytes = size(value);
      case "tmpfs-mode" -> tmpfs().mode = mode(value);
      default ->
          throw new IllegalArgumentException("unexpected key '" + key + "' in '" + field + "'");
    }
  }

  private void setRecursive(String value) {
    switch (value) {
      case "enabled" -> {}
      case "disabled" -> bind().nonRecursive = true;
      case "writable" -> bind().readOnlyNonRecursive = true;
      case "readonly" -> bind().readOnlyForceRecursive = true;
      default ->
          throw new IllegalArgumentException(
              "invalid value for bind-recursive: "
                  + value
                  + " (must be \"enabled\", \"disabled\", \"writable\", or \"readonly\")");
    }
  }

  private void check() {
    if ("".equals(mount.type)) {
      throw new IllegalArgumentException("type is required");
    }
    if (mount.target == null || mount.target.isEmpty()) {
      throw new IllegalArgumentException("target is required");
    }
    checkFamily("volume", mount.volumeOptions);
    checkFamily("image", mount.imageOptions);
    checkFamily("bind", mount.bindOptions);
    checkFamily("tmpfs", mount.tmpfsOptions);
    if (mount.bindOptions != null) {
      checkRecursive(mount.bindOptions);
    }
  }

  private void checkFamily(String type, @Nullable Object options) {
    if (options != null && !type.equals(mount.type)) {
      throw new IllegalArgumentException(
          "cannot mix '" + type + "-*' options with mount type '" + mount.type + "'");
    }
  }

  private void checkRecursive(BindOptions options) {
    boolean readOnly = Boolean.TRUE.equals(mount.readOnly);
    if (options.readOnlyNonRecursive != null && !readOnly) {
      throw requires("writable", "readonly");
    }
    if (options.readOnlyForceRecursive == null) {
      return;
    }
    if (!readOnly) {
      throw requires("readonly", "readonly");
    }
    if (!"rprivate".equals(options.propagation)) {
      throw requires("readonly", "bind-propagation=rprivate");
    }
  }

  private static IllegalArgumentException requires(String mode, String option) {
    return new IllegalArgumentException(
        "option 'bind-recursive="
            + mode
            + "' requires '"
            + option
            + "' to be specified in conjunction");
  }

  private BindOptions bind() {
    if (mount.bindOptions == null) {
      mount.bindOptions = new BindOptions();
    }
    return mount.bindOptions;
  }

  private VolumeOptions volume() {
    if (mount.volumeOptions == null) {
      mount.volumeOptions = new VolumeOptions();
    }
    return mount.volumeOptions;
  }

  private VolumeOptions.DriverConfig driver() {
    VolumeOptions options = volume();
    if (options.driverConfig == null) {
      options.driverConfig = new VolumeOptions.DriverConfig();
    }
    return options.driverConfig;
  }

  private ImageOptions image() {
    if (mount.imageOptions == null) {
      mount.imageOptions = new ImageOptions();
    }
    return mount.imageOptions;
  }

  private TmpfsOptions tmpfs() {
    if (mount.tmpfsOptions == null) {
      mount.tmpfsOptions = new TmpfsOptions();
    }
    return mount.tmpfsOptions;
  }

  /** Adds an entry to a map; ignores an entry without a name. */
  private static Map<String, String> with(@Nullable Map<String, String> entries, String text) {
    Map<String, String> all = entries == null ? new LinkedHashMap<>() : entries;
    String name = KeyValue.name(text);
    if (!name.isEmpty()) {
      all.put(name, Objects.requireNonNullElse(KeyValue.value(text), ""));
    }
    return all;
  }

  private static boolean bool(String key, String value) {
    try {
      return GoInt.parseBool(value);
    } catch (IllegalArgumentException e) {
      throw invalid(key, value, e);
    }
  }

  private static long size(String value) {
    try {
      return ByteSize.parse(value);
    } catch (IllegalArgumentException e) {
      throw invalid("tmpfs-size", value, e);
    }
  }

  private static long mode(String value) {
    try {
      BigInteger mode = GoInt.unsigned(value, 8, 32);
      return mode.longValue();
    } catch (IllegalArgumentException e) {
      throw invalid("tmpfs-mode", value, e);
    }
  }

  private static IllegalArgumentException invalid(
      String key, String value, IllegalArgumentException cause) {
    return new IllegalArgumentException("invalid value for " + key + ": " + value, cause);
  }

  /** Formats a value in the syntax that {@link #parse} reads. */
  public static String format(Mount mount) {
    StringJoiner fields = new StringJoiner(",");
    add(fields, "type", mount.type);
    add(fields, "source", mount.source);
    add(fields, "target", mount.target);
    add(fields, "readonly", mount.readOnly);
    add(fields, "consistency", mount.consistency);
    int length = fields.length();
    if (mount.bindOptions != null) {
      add(fields, mount.bindOptions);
    }
    if (mount.volumeOptions != null) {
      add(fields, mount.volumeOptions);
    }
    if (mount.tmpfsOptions != null) {
      Long mode = mount.tmpfsOptions.mode;
      add(fields, "tmpfs-size", mount.tmpfsOptions.sizeBytes);
      add(fields, "tmpfs-mode", mode == null ? null : Long.toOctalString(mode));
    }
    if (mount.imageOptions != null) {
      add(fields, "image-subpath", mount.imageOptions.subpath);
    }
    if (fields.length() == length) {
      addEmpty(fields, mount);
    }
    return fields.toString();
  }

  /** Adds options that exist without a value, by one of them with its default value. */
  private static void addEmpty(StringJoiner fields, Mount mount) {
    add(fields, "bind-nonrecursive", mount.bindOptions == null ? null : false);
    add(fields, "volume-nocopy", mount.volumeOptions == null ? null : false);
    add(fields, "tmpfs-size", mount.tmpfsOptions == null ? null : 0);
    add(fields, "image-subpath", mount.imageOptions == null ? null : "");
  }

  private static void add(StringJoiner fields, BindOptions options) {
    add(fields, "bind-propagation", options.propagation);
    add(fields, "bind-nonrecursive", options.nonRecursive);
    add(fields, "bind-create-src", options.createMountpoint);
    if (options.readOnlyNonRecursive != null) {
      fields.add("bind-recursive=writable");
    }
    if (options.readOnlyForceRecursive != null) {
      fields.add("bind-recursive=readonly");
    }
  }

  private static void add(StringJoiner fields, VolumeOptions options) {
    add(fields, "volume-nocopy", options.noCopy);
    add(fields, "volume-subpath", options.subpath);
    addAll(fields, "volume-label", options.labels);
    if (options.driverConfig != null) {
      add(fields, "volume-driver", options.driverConfig.name);
      addAll(fields, "volume-opt", options.driverConfig.options);
    }
  }

  private static void addAll(
      StringJoiner fields, String key, @Nullable Map<String, String> entries) {
    if (entries != null) {
      entries.forEach((name, value) -> add(fields, key, name + '=' + value));
    }
  }

  private static void add(StringJoiner fields, String key, @Nullable Object value) {
    if (value != null) {
      fields.add(Csv.field(key + '=' + value));
    }
  }
}
