package dev.davit.cli.flags;

import dev.davit.engine.model.ContainerSpec;
import java.util.List;
import java.util.stream.Stream;

/** All flags that describe a container, and the way between them and a container spec. */
public final class ContainerFlags {
  /**
   * In docker's order of checks (parse in cli/command/container/opts.go): the first of two mistakes
   * is the one that is told.
   */
  static final List<FlagTable> TABLES =
      List.of(
          VolumeFlags.TABLE,
          NetworkFlags.TABLE,
          EnvFlags.TABLE,
          LabelFlags.TABLE,
          LifecycleFlags.TABLE,
          ProcessFlags.TABLE,
          ResourceFlags.TABLE,
          SecurityFlags.TABLE);

  private ContainerFlags() {}

  /** The flags of a command that makes a container, by name, with those of its own. */
  public static List<Flag<?>> with(Flag<?>... own) {
    return Stream.concat(
            Stream.concat(Stream.of(own), CreationFlags.ALL.stream()),
            TABLES.stream().flatMap(FlagTable::flags))
        .sorted((a, b) -> a.name().compareTo(b.name())) // Comparator.comparing costs 10 ms here
        .toList();
  }

  /**
   * The container that a command line describes.
   *
   * @param command empty for the image's own
   * @throws IllegalArgumentException with docker's message where the flags make no sense
   */
  public static ContainerSpec toSpec(
      FlagValues given, String image, List<String> command, SpecContext context) {
    ContainerSpec spec = new ContainerSpec();
    spec.config.image = image;
    spec.config.cmd = command.isEmpty() ? null : command;
    for (FlagTable table : TABLES) {
      table.mappings().forEach(mapping -> mapping.toSpec(given, spec, context));
    }
    return spec;
  }

  /** The flags, each as one {@code --name=value}, that describe a container. */
  public static List<String> fromSpec(ContainerSpec spec) {
    FlagWriter out = new FlagWriter();
    TABLES.forEach(table -> table.fromSpec(spec, out));
    return out.words();
  }
}
