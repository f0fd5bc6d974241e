package dev.davit.command.volume;

import dev.davit.engine.Containers.ListOptions;
import dev.davit.engine.Engine;
import dev.davit.engine.model.ContainerSummary;
import dev.davit.engine.model.ContainerSummary.MountPoint;
import dev.davit.resource.ObjectKind;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The containers that mount volumes, running or not.
 *
 * @param byVolume the names of the containers by the name of the volume
 */
record MountingContainers(Map<String, Set<String>> byVolume) {
  /** Requests the containers of an engine. */
  static MountingContainers of(Engine engine) throws IOException {
    MountingContainers all = new MountingContainers(new HashMap<>());
    engine.containers().list(new ListOptions(true, 0, false, null), all::add);
    return all;
  }

  /** Returns the containers that mount a volume, sorted and separated by commas. */
  String of(String volume) {
    return String.join(",", names(volume));
  }

  /** Returns the names of the containers that mount a volume, sorted. */
  List<String> names(String volume) {
    return List.copyOf(byVolume.getOrDefault(volume, Set.of()));
  }

  private void add(ContainerSummary container) {
    String name = ObjectKind.nameOf(container).orElse(container.id());
    List<MountPoint> mounts = container.mounts() == null ? List.of() : container.mounts();
    for (MountPoint mount : mounts) {
      if (mount.name() != null && !mount.name().isEmpty()) { // only volumes have names
        byVolume.computeIfAbsent(mount.name(), volume -> new TreeSet<>()).add(name);
      }
    }
  }
}
