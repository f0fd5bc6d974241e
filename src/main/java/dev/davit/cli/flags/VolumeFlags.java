package dev.davit.cli.flags;

import dev.davit.engine.model.ContainerSpec;
import dev.davit.engine.model.EmptyObject;
import dev.davit.value.VolumeSpec;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is mounted: binds, volumes, tmpfs. */
final class VolumeFlags {
  private static final Flag<List<String>> VOLUME =
      Flag.list("volume", 'v', "Mount a folder or volume: SOURCE:TARGET[:OPTIONS]");
  private static final Flag<List<String>> TMPFS =
      Flag.list("tmpfs", "Mount a tmpfs: TARGET[:OPTIONS]");

  static final FlagTable TABLE =
      FlagTable.of(
          "Volumes",
          new Volumes(),
          new Tmpfs(),
          Field.of(
              Flag.list("volumes-from", "Mount all that another container mounts"),
              (spec, value) -> spec.hostConfig.volumesFrom = value,
              spec -> spec.hostConfig.volumesFrom),
          Field.of(
              Flag.bool("read-only", "Mount the container's root filesystem read only"),
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
      Set<String> binds = new LinkedHashSet<>();
      for (String text : given.get(VOLUME)) {
        VolumeSpec volume = VolumeSpec.parse(text, context.cwd());
        if (volume.anonymous()) {
          anonymous.put(volume.bind(), new EmptyObject());
        } else {
          binds.add(volume.bind());
        }
      }
      spec.config.volumes = anonymous.isEmpty() ? null : anonymous;
      spec.hostConfig.binds = binds.isEmpty() ? null : List.copyOf(binds);
    }

    @Override
    public void fromSpec(ContainerSpec spec, FlagWriter out) {
      out.writeAll(VOLUME, spec.hostConfig.binds, bind -> bind);
      if (spec.config.volumes != null) {
        spec.config.volumes.keySet().forEach(path -> out.write(VOLUME, path));
      }
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
