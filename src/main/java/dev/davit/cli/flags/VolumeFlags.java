package dev.davit.cli.flags;

import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import dev.davit.engine.model.ContainerSpec;
import dev.davit.engine.model.EmptyObject;
import dev.davit.engine.model.Mount;
import dev.davit.opts.KeyValue;
import dev.davit.opts.MountSpec;
import dev.davit.opts.VolumeSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** The flags for mounts: binds, volumes, tmpfs. */
final class VolumeFlags {
  private static final Flag<List<String>> VOLUME =
      Flag.list("volume", 'v', "Mount a host directory or a volume: [SOURCE:]TARGET[:OPTIONS]")
          .completes(Completers.VOLUME);
  private static final Flag<List<String>> TMPFS =
      Flag.list("tmpfs", "Mount a tmpfs: TARGET[:OPTIONS]");

  private static final Flag<List<Mount>> MOUNT =
      Flag.list(
              "mount",
              (char) 0,
              "mount",
              MountSpec::parse,
              "Add a mount: type=bind|volume|tmpfs|image,source=SOURCE,target=TARGET,...")
          .completes(Completers.MOUNT);
  private static final Flag<List<String>> STORAGE_OPT =
      Flag.list("storage-opt", "Set a storage driver option: KEY=VALUE, for example size=10G")
          .completes(Completer.words("size="));

  static final Mapping VOLUMES = new Volumes();
  static final Mapping STORAGE = new Storage();

  static final FlagTable TABLE =
      FlagTable.of(
          "Volumes",
          VOLUMES,
          STORAGE,
          new Mounts(),
          new Tmpfs(),
          Field.ofHost(
              Flag.string("volume-driver", "Volume driver of the volumes that --volume creates")
                  .completes(Completers.VOLUME_DRIVER),
              (host, value) -> host.volumeDriver = value,
              host -> host.volumeDriver),
          Field.of(
              Flag.list("volumes-from", "Mount the volumes of another container: CONTAINER[:ro|rw]")
                  .completes(Completers.CONTAINER),
              (spec, value) -> spec.hostConfig.volumesFrom = value,
              spec -> spec.hostConfig.volumesFrom),
          Field.of(
              Flag.bool("read-only", "Mount the root filesystem of the container read-only"),
              (spec, value) -> spec.hostConfig.readonlyRootfs = value,
              spec -> spec.hostConfig.readonlyRootfs));

  private VolumeFlags() {}

  private static final class Volumes implements Mapping {
    @Override
    public List<Flag<?>> flags() {
      return List.of(VOLUME);
    }

    @Override
    public void toSpec(FlagValues given, ContainerSpec spec, SpecContext context) {
      Map<String, EmptyObject> anonymous = new LinkedHashMap<>();
      List<String> binds = new ArrayList<>();
      for (String text : new LinkedHashSet<>(given.get(VOLUME))) {
        VolumeSpec volume = VolumeSpec.parse(text, context.cwd());
        if (volume.anonymous()) {
          anonymous.put(volume.bind(), new EmptyObject());
        } else {
          binds.add(volume.bind());
        }
      }
      spec.config.volumes = anonymous.isEmpty() ? null : anonymous;
      spec.hostConfig.binds = binds.isEmpty() ? null : binds;
    }

    @Override
    public void fromSpec(ContainerSpec spec, FlagWriter out) {
      out.writeAll(VOLUME, spec.hostConfig.binds, bind -> bind);
      if (spec.config.volumes != null) {
        spec.config.volumes.keySet().forEach(path -> out.write(VOLUME, path));
      }
    }
  }

  private static final class Storage implements Mapping {
    private static final MapField FIELD =
        new MapField(
            STORAGE_OPT, (host, value) -> host.storageOpt = value, host -> host.storageOpt);

    @Override
    public List<Flag<?>> flags() {
      return List.of(STORAGE_OPT);
    }

    @Override
    public void toSpec(FlagValues given, ContainerSpec spec, SpecContext context) {
      if (given.get(STORAGE_OPT).stream().anyMatch(option -> KeyValue.value(option) == null)) {
        throw new IllegalArgumentException("invalid storage option");
      }
      FIELD.toSpec(given, spec, context);
    }

    @Override
    public void fromSpec(ContainerSpec spec, FlagWriter out) {
      FIELD.fromSpec(spec, out);
    }
  }

  /**
   * Maps {@code --mount}. A source that begins with a dot is a directory of the client, for all
   * types.
   */
  private static final class Mounts implements Mapping {
    @Override
    public List<Flag<?>> flags() {
      return List.of(MOUNT);
    }

    @Override
    public void toSpec(FlagValues given, ContainerSpec spec, SpecContext context) {
      List<Mount> mounts = given.get(MOUNT);
      for (Mount mount : mounts) {
        if (mount.source != null) {
          mount.source = VolumeSpec.absolute(mount.source, context.cwd());
        }
      }
      spec.hostConfig.mounts = mounts.isEmpty() ? null : mounts;
    }

    @Override
    public void fromSpec(ContainerSpec spec, FlagWriter out) {
      out.writeAll(MOUNT, spec.hostConfig.mounts, MountSpec::format);
    }
  }

  private static final class Tmpfs implements Mapping {
    @Override
    public List<Flag<?>> flags() {
      return List.of(TMPFS);
    }

    @Override
    public void toSpec(FlagValues given, ContainerSpec spec, SpecContext context) {
      Map<String, String> mounts = new LinkedHashMap<>();
      for (String text : given.get(TMPFS)) {
        int colon = text.indexOf(':');
        mounts.put(
            colon < 0 ? text : text.substring(0, colon),
            colon < 0 ? "" : text.substring(colon + 1));
      }
      spec.hostConfig.tmpfs = mounts.isEmpty() ? null : mounts;
    }

    @Override
    public void fromSpec(ContainerSpec spec, FlagWriter out) {
      if (spec.hostConfig.tmpfs != null) {
        spec.hostConfig.tmpfs.forEach(
            (path, options) -> out.write(TMPFS, options.isEmpty() ? path : path + ':' + options));
      }
    }
  }
}
