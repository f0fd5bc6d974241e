package dev.davit.output.schema;

import dev.davit.engine.model.ContainerSummary;
import dev.davit.engine.model.ContainerSummary.MountPoint;
import dev.davit.engine.model.ContainerSummary.Port;
import dev.davit.output.OutputField;
import dev.davit.output.OutputSchema;
import dev.davit.output.OutputTime;
import dev.davit.output.OutputType;
import dev.davit.resource.ContainerColumns;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The output of {@code ps} for programs. */
public final class ContainerOutput {
  private static final List<OutputField<Port>> PORTS =
      List.of(
          new OutputField<>(
              "ip",
              OutputType.TEXT.orNull(),
              "host address; null if the port is not published",
              port -> Values.orNull(port.ip())),
          new OutputField<>(
              "publicPort",
              OutputType.INTEGER.orNull(),
              "port on the host; null if the port is not published",
              port -> port.publicPort() == 0 ? null : (long) port.publicPort()),
          new OutputField<>(
              "privatePort",
              OutputType.INTEGER,
              "port in the container",
              port -> (long) port.privatePort()),
          new OutputField<>("protocol", OutputType.TEXT, "tcp, udp or sctp", Port::type));

  private static final List<OutputField<MountPoint>> MOUNTS =
      List.of(
          new OutputField<>(
              "type",
              OutputType.TEXT.orNull(),
              "kind of mount, such as bind, volume or tmpfs",
              mount -> Values.orNull(mount.type())),
          new OutputField<>(
              "name",
              OutputType.TEXT.orNull(),
              "name of the volume; null for other kinds",
              mount -> Values.orNull(mount.name())),
          new OutputField<>(
              "source",
              OutputType.TEXT.orNull(),
              "path on the engine's host",
              mount -> Values.orNull(mount.source())),
          new OutputField<>(
              "destination",
              OutputType.TEXT.orNull(),
              "path in the container",
              mount -> Values.orNull(mount.destination())),
          new OutputField<>(
              "driver",
              OutputType.TEXT.orNull(),
              "driver of the volume",
              mount -> Values.orNull(mount.driver())),
          new OutputField<>(
              "readWrite", OutputType.BOOLEAN, "whether the mount is writable", MountPoint::rw));

  private ContainerOutput() {}

  /**
   * Returns the fields of a container.
   *
   * @param sizes whether sizes were requested; otherwise they are null
   */
  public static OutputSchema<ContainerSummary> schema(boolean sizes) {
    return OutputSchema.list(
        "ps",
        "The containers of davit ps.",
        List.of(
            new OutputField<>("id", OutputType.TEXT, "full container ID", ContainerSummary::id),
            new OutputField<>(
                "names",
                OutputType.list(OutputType.TEXT),
                "names, without links of other containers",
                ContainerOutput::names),
            new OutputField<>(
                "image",
                OutputType.TEXT,
                "image as the container was created with",
                ContainerSummary::image),
            new OutputField<>(
                "imageId",
                OutputType.TEXT.orNull(),
                "full ID of the image",
                container -> Values.orNull(container.imageId())),
            new OutputField<>(
                "command",
                OutputType.TEXT,
                "entrypoint and command in one line",
                ContainerSummary::command),
            new OutputField<>(
                "created",
                OutputType.TIME.orNull(),
                "time of creation",
                container -> OutputTime.ofSeconds(container.created())),
            new OutputField<>(
                "state",
                OutputType.TEXT.orNull(),
                "state, such as created, running, paused or exited",
                container -> Values.orNull(container.state())),
            new OutputField<>(
                "status",
                OutputType.TEXT.orNull(),
                "state as a phrase, with exit code and age",
                container -> Values.orNull(container.status())),
            new OutputField<>(
                "health",
                OutputType.word("healthy", "unhealthy", "starting").orNull(),
                "result of the health check; null without one",
                ContainerOutput::health),
            new OutputField<>(
                "ports",
                OutputType.list(OutputType.object(PORTS)),
                "exposed and published ports",
                container -> OutputField.objects(PORTS, container.ports())),
            new OutputField<>(
                "labels",
                OutputType.map(OutputType.TEXT),
                "labels",
                container -> Values.map(container.labels())),
            new OutputField<>(
                "mounts",
                OutputType.list(OutputType.object(MOUNTS)),
                "mounts",
                container -> OutputField.objects(MOUNTS, container.mounts())),
            new OutputField<>(
                "networks",
                OutputType.list(OutputType.TEXT),
                "names of the networks",
                ContainerOutput::networks),
            new OutputField<>(
                "size",
                OutputType.INTEGER.orNull(),
                "bytes of the writable layer; null unless requested by --size",
                container -> sizes ? container.sizeRw() : null),
            new OutputField<>(
                "rootSize",
                OutputType.INTEGER.orNull(),
                "bytes of the writable layer and the image; null unless requested by --size",
                container -> sizes ? container.sizeRootFs() : null)));
  }

  private static List<String> names(ContainerSummary container) {
    List<String> names = container.names() == null ? List.of() : container.names();
    return names.stream()
        .map(name -> name.startsWith("/") ? name.substring(1) : name)
        .filter(name -> name.indexOf('/') < 0) // a link: OTHER/ALIAS
        .toList();
  }

  private static @Nullable String health(ContainerSummary container) {
    String health = ContainerColumns.health(container);
    return List.of("healthy", "unhealthy", "starting").contains(health) ? health : null;
  }

  private static List<String> networks(ContainerSummary container) {
    ContainerSummary.NetworkSettings settings = container.networkSettings();
    Map<String, ?> networks = settings == null ? null : settings.networks();
    return networks == null ? List.of() : List.copyOf(new TreeSet<>(networks.keySet()));
  }
}
