package dev.davit.resource;

import dev.davit.engine.Engine;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The kinds of things that {@code inspect} shows, in the order in which they are tried. */
public enum ObjectKind {
  CONTAINER,
  IMAGE,
  NETWORK,
  VOLUME,
  SERVICE,
  TASK,
  NODE,
  PLUGIN,
  SECRET,
  CONFIG;

  /** The names of all kinds, sorted. */
  public static List<String> names() {
    return Arrays.stream(values()).map(ObjectKind::toString).sorted().toList();
  }

  /** Only the manager of a swarm knows them. */
  public boolean isOfSwarm() {
    return switch (this) {
      case SERVICE, TASK, NODE, SECRET, CONFIG -> true;
      case CONTAINER, IMAGE, NETWORK, VOLUME, PLUGIN -> false;
    };
  }

  /** The Go type that a template sees; null where it sees what the engine sent. */
  public @Nullable InspectedType type() {
    return switch (this) {
      case CONTAINER -> InspectedType.CONTAINER;
      case IMAGE -> InspectedType.IMAGE;
      case NETWORK -> InspectedType.NETWORK;
      case VOLUME -> InspectedType.VOLUME;
      case SERVICE, TASK, NODE, PLUGIN, SECRET, CONFIG -> null;
    };
  }

  /** What the engine says of the one of that name. */
  public byte[] inspectRaw(Engine engine, String name, boolean size) throws IOException {
    if (name.isEmpty()) {
      String of = this == CONFIG ? "contig" : toString(); // docker's spelling
      throw new IOException(
          this == IMAGE
              ? "Error: No such image: "
              : "invalid " + of + " name or ID: value is empty");
    }
    return switch (this) {
      case CONTAINER -> engine.containers().inspectRaw(name, size);
      case IMAGE -> engine.images().inspectRaw(name);
      case NETWORK -> engine.networks().inspectRaw(name);
      case VOLUME -> engine.volumes().inspectRaw(name);
      case SERVICE -> engine.swarm().serviceRaw(name);
      case TASK -> engine.swarm().taskRaw(name);
      case NODE -> engine.swarm().nodeRaw(name);
      case PLUGIN -> engine.system().pluginRaw(name);
      case SECRET -> engine.swarm().secretRaw(name);
      case CONFIG -> engine.swarm().configRaw(name);
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
