package dev.davit.command.replace;

import dev.davit.cli.CommandContext;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.Flag;
import dev.davit.command.replace.Recreation.Existing;
import dev.davit.command.shared.CreateOptions;
import dev.davit.engine.model.ContainerSpec;
import dev.davit.engine.model.EmptyObject;
import dev.davit.engine.model.Mount;
import dev.davit.engine.model.PortBinding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The change of a container's spec by the flags of {@code update --recreate}. */
final class SpecUpdate {
  private static final Flag<String> IMAGE =
      Flag.string("image", "Use another image").completes(Completers.IMAGE);
  private static final Flag<List<String>> UNMOUNT =
      Flag.list("unmount", "Remove a mount, by its path in the container");
  private static final Flag<List<String>> UNPUBLISH =
      Flag.list("unpublish", "Remove a published port: CONTAINER_PORT[/PROTOCOL]");
  private static final Flag<List<String>> UNSET_ENV =
      Flag.list("unset-env", "Remove an environment variable");
  private static final Flag<List<String>> UNSET_LABEL = Flag.list("unset-label", "Remove a label");

  /** The flags that create does not have. */
  static final List<Flag<?>> OWN = List.of(IMAGE, UNMOUNT, UNPUBLISH, UNSET_ENV, UNSET_LABEL);

  private SpecUpdate() {}

  /**
   * Changes the spec of a container; returns the request that creates it.
   *
   * @throws IOException if what is to be removed does not exist
   */
  static CreateOptions of(CommandContext in, Existing container) throws IOException {
    ContainerSpec spec = container.described().spec();
    container.described().setStreams();
    remove(in, container, spec);
    Ports ports = new Ports(spec);
    Mounts mounts = new Mounts(spec);
    String image = in.get(IMAGE);
    CreateOptions request =
        CreateOptions.changing(in, spec, image.isEmpty() ? List.of() : List.of(image));
    ports.addTo(spec);
    mounts.addTo(spec);
    return request;
  }

  private static void remove(CommandContext in, Existing container, ContainerSpec spec)
      throws IOException {
    for (String name : in.get(UNSET_ENV)) {
      List<String> env = new ArrayList<>(orEmpty(spec.config.env));
      boolean removed = env.removeIf(each -> each.equals(name) || each.startsWith(name + '='));
      if (container.imageEnv().contains(name)) {
        env.add(name); // a name without a value removes the variable of the image
      } else if (!removed) {
        throw missing(container, "environment variable " + name);
      }
      spec.config.env = env;
    }
    for (String label : in.get(UNSET_LABEL)) {
      Map<String, String> labels = new LinkedHashMap<>(orEmpty(spec.config.labels));
      if (labels.remove(label) == null) {
        throw missing(container, "label " + label + " of its own");
      }
      spec.config.labels = labels;
    }
    for (String port : in.get(UNPUBLISH)) {
      String full = port.contains("/") ? port : port + "/tcp";
      Map<String, List<PortBinding>> ports =
          new LinkedHashMap<>(orEmpty(spec.hostConfig.portBindings));
      if (ports.remove(full) == null) {
        throw missing(container, "published port " + full);
      }
      spec.hostConfig.portBindings = ports;
      Map<String, EmptyObject> exposed = new LinkedHashMap<>(orEmpty(spec.config.exposedPorts));
      exposed.remove(full);
      spec.config.exposedPorts = exposed;
    }
    for (String path : in.get(UNMOUNT)) {
      if (!Mounts.remove(spec, path::equals)) {
        throw missing(container, "mount at " + path);
      }
    }
  }

  private static IOException missing(Existing container, String what) {
    return new IOException("container " + container.details().plainName() + " has no " + what);
  }

  static <T> List<T> orEmpty(@Nullable List<T> list) {
    return Objects.requireNonNullElse(list, List.of());
  }

  static <T> Map<String, T> orEmpty(@Nullable Map<String, T> map) {
    return Objects.requireNonNullElse(map, Map.of());
  }

  /** The ports before a change, which stay unless they are published in another way. */
  private record Ports(Map<String, List<PortBinding>> published, Map<String, EmptyObject> exposed) {
    Ports(ContainerSpec spec) {
      this(orEmpty(spec.hostConfig.portBindings), orEmpty(spec.config.exposedPorts));
    }

    void addTo(ContainerSpec spec) {
      Map<String, List<PortBinding>> all = new LinkedHashMap<>(published);
      all.putAll(orEmpty(spec.hostConfig.portBindings));
      spec.hostConfig.portBindings = all;
      Map<String, EmptyObject> ports = new LinkedHashMap<>(exposed);
      ports.putAll(orEmpty(spec.config.exposedPorts));
      spec.config.exposedPorts = ports.isEmpty() ? null : ports;
    }
  }

  /** The mounts before a change, which stay unless another one has their path. */
  private record Mounts(
      List<String> binds,
      List<Mount> mounts,
      Map<String, String> tmpfs,
      Map<String, EmptyObject> volumes) {
    Mounts(ContainerSpec spec) {
      this(
          orEmpty(spec.hostConfig.binds),
          orEmpty(spec.hostConfig.mounts),
          orEmpty(spec.hostConfig.tmpfs),
          orEmpty(spec.config.volumes));
    }

    void addTo(ContainerSpec spec) {
      Mounts given = new Mounts(spec).without(this);
      Set<String> paths = given.paths();
      set(spec, this);
      remove(spec, paths::contains);
      Mounts rest = new Mounts(spec);
      set(
          spec,
          new Mounts(
              joined(rest.binds, given.binds),
              joined(rest.mounts, given.mounts),
              joined(rest.tmpfs, given.tmpfs),
              joined(rest.volumes, given.volumes)));
    }

    /** Returns the mounts that another list does not have. */
    private Mounts without(Mounts others) {
      List<String> otherBinds = new ArrayList<>(binds);
      otherBinds.removeAll(others.binds);
      List<Mount> otherMounts = new ArrayList<>(mounts);
      otherMounts.removeAll(others.mounts);
      Map<String, String> otherTmpfs = new LinkedHashMap<>(tmpfs);
      otherTmpfs.entrySet().removeAll(others.tmpfs.entrySet());
      Map<String, EmptyObject> otherVolumes = new LinkedHashMap<>(volumes);
      otherVolumes.keySet().removeAll(others.volumes.keySet());
      return new Mounts(otherBinds, otherMounts, otherTmpfs, otherVolumes);
    }

    private Set<String> paths() {
      Set<String> paths = new HashSet<>(tmpfs.keySet());
      paths.addAll(volumes.keySet());
      binds.forEach(bind -> paths.add(target(bind)));
      mounts.forEach(mount -> paths.add(String.valueOf(mount.target)));
      return paths;
    }

    static boolean remove(ContainerSpec spec, Predicate<String> isPath) {
      Mounts all = new Mounts(spec);
      List<String> binds = new ArrayList<>(all.binds);
      boolean removed = binds.removeIf(bind -> isPath.test(target(bind)));
      List<Mount> mounts = new ArrayList<>(all.mounts);
      removed |= mounts.removeIf(mount -> isPath.test(String.valueOf(mount.target)));
      Map<String, String> tmpfs = new LinkedHashMap<>(all.tmpfs);
      removed |= tmpfs.keySet().removeIf(isPath);
      Map<String, EmptyObject> volumes = new LinkedHashMap<>(all.volumes);
      removed |= volumes.keySet().removeIf(isPath);
      set(spec, new Mounts(binds, mounts, tmpfs, volumes));
      return removed;
    }

    private static void set(ContainerSpec spec, Mounts all) {
      spec.hostConfig.binds = all.binds.isEmpty() ? null : all.binds;
      spec.hostConfig.mounts = all.mounts.isEmpty() ? null : all.mounts;
      spec.hostConfig.tmpfs = all.tmpfs.isEmpty() ? null : all.tmpfs;
      spec.config.volumes = all.volumes.isEmpty() ? null : all.volumes;
    }

    private static String target(String bind) {
      String[] parts = bind.split(":", -1);
      return parts.length > 1 ? parts[1] : parts[0];
    }

    private static <T> List<T> joined(List<T> some, List<T> others) {
      List<T> all = new ArrayList<>(some);
      all.addAll(others);
      return all;
    }

    private static <T> Map<String, T> joined(Map<String, T> some, Map<String, T> others) {
      Map<String, T> all = new LinkedHashMap<>(some);
      all.putAll(others);
      return all;
    }
  }
}
