package dev.davit.resource;

import dev.davit.engine.Containers.ListOptions;
import dev.davit.engine.Engine;
import dev.davit.engine.Images;
import dev.davit.engine.model.ContainerSummary;
import dev.davit.engine.model.ImageSummary;
import dev.davit.opts.ImageRef;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The kinds of objects that an engine has, in the order in which {@code inspect} tries them. */
@SuppressWarnings("ImmutableEnumChecker") // the functions hold no state
public enum ObjectKind {
  CONTAINER(
      new InspectedType("container.InspectResponse", ContainerTypes.TEXT),
      (engine, name, size) -> engine.containers().inspectRaw(name, size),
      engine ->
          engine.containers().list(new ListOptions(true, 0, false, null)).stream()
              .flatMap(ObjectKind::names)),
  IMAGE(
      new InspectedType("image.InspectResponse", ImageTypes.TEXT),
      (engine, name, size) -> engine.images().inspectRaw(name, null),
      engine ->
          engine.images().list(Images.ListOptions.DEFAULT).stream().flatMap(ObjectKind::names)),
  NETWORK(
      new InspectedType("network.Inspect", NetworkTypes.TEXT),
      (engine, name, size) -> engine.networks().inspectRaw(name, false),
      engine ->
          engine.networks().list(null).stream()
              .map(each -> new ObjectName(each.name(), each.driver() + " network"))),
  VOLUME(
      new InspectedType("volume.Volume", VolumeTypes.TEXT),
      (engine, name, size) -> engine.volumes().inspectRaw(name),
      engine ->
          engine.volumes().list(null).stream()
              .map(each -> new ObjectName(each.name(), each.driver() + " volume"))),
  SERVICE((engine, name, size) -> engine.swarm().serviceRaw(name)),
  TASK((engine, name, size) -> engine.swarm().taskRaw(name)),
  NODE((engine, name, size) -> engine.swarm().nodeRaw(name)),
  PLUGIN(null, (engine, name, size) -> engine.system().pluginRaw(name), engine -> Stream.empty()),
  SECRET((engine, name, size) -> engine.swarm().secretRaw(name)),
  CONFIG((engine, name, size) -> engine.swarm().configRaw(name));

  private static final int SHORT_ID = 12;

  private final @Nullable InspectedType type;
  private final Inspector inspector;
  private final Lister lister;
  private final boolean ofSwarm;

  /** Requests all details of one object; only containers use {@code size}. */
  private interface Inspector {
    byte[] inspect(Engine engine, String name, boolean size) throws IOException;
  }

  /** Requests the names of all objects. */
  private interface Lister {
    Stream<ObjectName> names(Engine engine) throws IOException;
  }

  ObjectKind(@Nullable InspectedType type, Inspector inspector, Lister lister) {
    this.type = type;
    this.inspector = inspector;
    this.lister = lister;
    this.ofSwarm = false;
  }

  /** Creates a kind that only managers of a swarm have. */
  ObjectKind(Inspector inspector) {
    this.type = null;
    this.inspector = inspector;
    this.lister = engine -> Stream.empty();
    this.ofSwarm = true;
  }

  /** Returns the names of all kinds, sorted. */
  public static List<String> names() {
    return Arrays.stream(values()).map(ObjectKind::toString).sorted().toList();
  }

  /** Returns the kind with a name. */
  public static Optional<ObjectKind> of(String name) {
    return Arrays.stream(values()).filter(kind -> kind.toString().equals(name)).findFirst();
  }

  /** Returns whether only managers of a swarm have such objects. */
  public boolean isOfSwarm() {
    return ofSwarm;
  }

  /** Returns the Go type that templates see; null if they see the engine's JSON. */
  public @Nullable InspectedType type() {
    return type;
  }

  /** Returns the engine's response for an object. */
  public byte[] inspectRaw(Engine engine, String name, boolean size) throws IOException {
    if (this != IMAGE) {
      requireName(name);
    }
    return inspector.inspect(engine, name, size);
  }

  /**
   * Rejects an empty name.
   *
   * @throws IOException in docker's words
   */
  public void requireName(String name) throws IOException {
    if (name.isEmpty()) {
      String of = this == CONFIG ? "contig" : toString(); // docker's spelling
      throw new IOException("invalid " + of + " name or ID: value is empty");
    }
  }

  /**
   * Returns the names, and IDs of containers, of all objects of this kind; none if the kind cannot
   * be listed.
   */
  public Stream<ObjectName> names(Engine engine) throws IOException {
    return lister.names(engine);
  }

  /** Returns a container's short ID and its names, without the ones that come from links to it. */
  public static Stream<ObjectName> names(ContainerSummary container) {
    String status = container.status() == null ? "no status" : container.status();
    String about = container.image() + ", " + status;
    Stream<ObjectName> id =
        container.id().length() < SHORT_ID
            ? Stream.empty()
            : Stream.of(new ObjectName(container.id().substring(0, SHORT_ID), about, true));
    Stream<ObjectName> names =
        orNone(container.names())
            .map(name -> name.startsWith("/") ? name.substring(1) : name)
            .filter(name -> name.indexOf('/') < 0)
            .map(name -> new ObjectName(name, about));
    return Stream.concat(id, names);
  }

  /** Returns a container's own name; empty if it has none. */
  public static Optional<String> nameOf(ContainerSummary container) {
    return names(container).filter(each -> !each.isId()).map(ObjectName::name).findFirst();
  }

  private static Stream<ObjectName> names(ImageSummary image) {
    return orNone(image.repoTags())
        .filter(tag -> !tag.startsWith("<none>"))
        .map(tag -> new ObjectName(ImageRef.familiarOf(tag), "image"));
  }

  private static Stream<String> orNone(@Nullable List<String> list) {
    return list == null ? Stream.empty() : list.stream();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
