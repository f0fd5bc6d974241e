package dev.davit.engine;

import dev.davit.engine.model.ContainerConfig;
import dev.davit.engine.model.ContainerSpec;
import dev.davit.engine.model.EmptyObject;
import dev.davit.engine.model.Mount;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Restores the mounts of a spec as they were requested. Podman appends options to those of a
 * request, reports volumes without a name as binds, and images only in {@code Mounts}.
 */
record PodmanMounts(ContainerSpec spec, @Nullable ContainerConfig image, List<?> inspected) {
  private static final Pattern GENERATED_NAME = Pattern.compile("[0-9a-f]{64}");
  private static final String COPY_UP = "tmpcopyup";

  /** The options of volumes that the image declares. */
  private static final String OPTIONS_OF_IMAGE = "rprivate,rw,nodev,exec";

  /** The options that Podman appends in this order, each unless the request has or excludes it. */
  private static final List<String> BIND_DEFAULTS = List.of("rprivate", "rbind");

  private static final List<String> VOLUME_DEFAULTS =
      List.of("rprivate", "nosuid", "nodev", "rbind");
  private static final List<String> TMPFS_DEFAULTS =
      List.of("rprivate", "nosuid", "nodev", COPY_UP);

  void restore() {
    List<Mount> images = images();
    List<String> all = Objects.requireNonNullElse(spec.hostConfig.binds, List.of());
    spec.hostConfig.binds = null;
    all.stream().filter(bind -> !isOf(images, bind)).forEach(this::restoreBind);
    images.forEach(this::add);
    if (spec.hostConfig.tmpfs != null) {
      Map<String, String> mounts = new LinkedHashMap<>(spec.hostConfig.tmpfs);
      mounts.replaceAll((_, options) -> tmpfs(options));
      spec.hostConfig.tmpfs = mounts;
    }
  }

  private List<Mount> images() {
    return inspected.stream()
        .filter(each -> each instanceof Map<?, ?> mount && "image".equals(mount.get("Type")))
        .map(each -> (Map<?, ?>) each)
        .map(each -> mount("image", each.get("Source"), each.get("Destination")))
        .toList();
  }

  /** Whether a bind is that of a mounted image in a container that was started. */
  private static boolean isOf(List<Mount> images, String bind) {
    return images.stream().anyMatch(image -> bind.contains(':' + image.target + ':'));
  }

  /** Restores {@code SOURCE:TARGET:OPTIONS}. */
  private void restoreBind(String bind) {
    String[] parts = bind.split(":", 3);
    if (parts.length < 3) {
      addBind(bind);
      return;
    }
    String target = parts[1];
    String options = requested(parts[2], bind.startsWith("/") ? BIND_DEFAULTS : VOLUME_DEFAULTS);
    // The mounts do not show which volumes come from another container.
    boolean anonymous =
        GENERATED_NAME.matcher(parts[0]).matches() && spec.hostConfig.volumesFrom == null;
    boolean ofImage = anonymous && options.equals(OPTIONS_OF_IMAGE);
    if (anonymous && options.isEmpty() || ofImage && !isInImage(target)) {
      ContainerConfig config = spec.config;
      config.volumes = new LinkedHashMap<>(Objects.requireNonNullElse(config.volumes, Map.of()));
      config.volumes.put(target, new EmptyObject());
    } else if (anonymous && options.equals("ro")) {
      Mount mount = mount("volume", null, target);
      mount.readOnly = true;
      add(mount);
    } else if (!ofImage) {
      addBind(parts[0] + ':' + target + (options.isEmpty() ? "" : ':' + options));
    }
  }

  private boolean isInImage(String target) {
    return image != null && image.volumes != null && image.volumes.containsKey(target);
  }

  private void addBind(String bind) {
    spec.hostConfig.binds = with(spec.hostConfig.binds, bind);
  }

  private void add(Mount mount) {
    spec.hostConfig.mounts = with(spec.hostConfig.mounts, mount);
  }

  private static <T> List<T> with(@Nullable List<T> list, T element) {
    List<T> all = new ArrayList<>(list == null ? List.of() : list);
    all.add(element);
    return all;
  }

  private static Mount mount(String type, @Nullable Object source, @Nullable Object target) {
    Mount mount = new Mount();
    mount.type = type;
    mount.source = source == null ? null : source.toString();
    mount.target = String.valueOf(target);
    return mount;
  }

  private static String tmpfs(String options) {
    String rest = requested(options, TMPFS_DEFAULTS);
    if (options.contains(COPY_UP)) {
      return rest;
    }
    return rest.isEmpty() ? "no" + COPY_UP : rest + ",no" + COPY_UP;
  }

  /** Removes the options at the end that Podman has appended. */
  private static String requested(String options, List<String> appended) {
    List<String> rest = new ArrayList<>(Arrays.asList(options.split(",", -1)));
    for (String option : appended.reversed()) {
      if (!rest.isEmpty() && rest.getLast().equals(option)) {
        rest.removeLast();
      }
    }
    return String.join(",", rest);
  }
}
