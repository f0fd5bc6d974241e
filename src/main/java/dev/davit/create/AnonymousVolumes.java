package dev.davit.create;

import dev.davit.engine.model.ContainerSpec;
import dev.davit.engine.model.Mount;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The volumes that an engine has created for a container because no name was given for them. */
public final class AnonymousVolumes {
  private AnonymousVolumes() {}

  /**
   * Changes a spec so that a new container gets the volumes of an inspected one, by their names.
   *
   * @param inspected the container that the spec describes, as {@code inspect} prints it
   */
  public static void keep(ContainerSpec spec, Map<?, ?> inspected) {
    Set<String> named = namedTargets(spec);
    List<String> binds = new ArrayList<>(orEmpty(spec.hostConfig.binds));
    if (inspected.get("Mounts") instanceof List<?> mounts) {
      for (Object each : mounts) {
        if (each instanceof Map<?, ?> mount
            && "volume".equals(mount.get("Type"))
            && mount.get("Destination") instanceof String target
            && mount.get("Name") instanceof String name
            && named.add(target)
            && !nameSource(spec, target, name)) {
          binds.add(name + ':' + target + (Boolean.FALSE.equals(mount.get("RW")) ? ":ro" : ""));
        }
      }
    }
    spec.hostConfig.binds = binds.isEmpty() ? null : binds;
    if (spec.config.volumes != null) {
      spec.config.volumes = new LinkedHashMap<>(spec.config.volumes);
      spec.config.volumes.keySet().removeAll(named);
    }
  }

  /** Sets the source of the mount at a target, and returns whether the spec has that mount. */
  private static boolean nameSource(ContainerSpec spec, String target, String name) {
    for (Mount mount : mounts(spec)) {
      if (target.equals(mount.target)) {
        mount.source = name;
        return true;
      }
    }
    return false;
  }

  /** The targets of mounts that have a source. */
  private static Set<String> namedTargets(ContainerSpec spec) {
    Set<String> targets = new HashSet<>();
    for (String bind : orEmpty(spec.hostConfig.binds)) {
      String[] parts = bind.split(":", -1);
      targets.add(parts.length > 1 ? parts[1] : parts[0]);
    }
    for (Mount mount : mounts(spec)) {
      if (mount.target != null && mount.source != null && !mount.source.isEmpty()) {
        targets.add(mount.target);
      }
    }
    return targets;
  }

  private static List<Mount> mounts(ContainerSpec spec) {
    return Objects.requireNonNullElse(spec.hostConfig.mounts, List.of());
  }

  private static List<String> orEmpty(@Nullable List<String> list) {
    return list == null ? List.of() : list;
  }
}
