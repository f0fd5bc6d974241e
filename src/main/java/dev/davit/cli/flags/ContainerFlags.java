package dev.davit.cli.flags;

import dev.davit.engine.model.ContainerSpec;
import dev.davit.engine.model.HostConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** All flags that describe a container, and the way between them and a container spec. */
public final class ContainerFlags {
  static final List<FlagTable> TABLES =
      List.of(
          ProcessFlags.TABLE,
          EnvFlags.TABLE,
          LabelFlags.TABLE,
          NetworkFlags.TABLE,
          VolumeFlags.TABLE,
          ResourceFlags.TABLE,
          DeviceFlags.TABLE,
          SecurityFlags.TABLE,
          NamespaceFlags.TABLE,
          HealthFlags.TABLE,
          LoggingFlags.TABLE,
          RestartFlags.TABLE,
          CreationFlags.TABLE);

  /**
   * Those that can refuse what they are given, in docker's order of checks (parse in
   * cli/command/container/opts.go): the first of two mistakes is the one that is told.
   */
  private static final List<Mapping> CHECKED =
      List.of(
          EndpointFlags.MAC,
          ResourceFlags.SWAPPINESS,
          VolumeFlags.VOLUMES,
          NetworkFlags.PORTS,
          DeviceFlags.DEVICES,
          EnvFlags.VARIABLES,
          LabelFlags.LABELS,
          NamespaceFlags.PID,
          NamespaceFlags.UTS,
          NamespaceFlags.USERNS,
          NamespaceFlags.CGROUPNS,
          RestartFlags.POLICY,
          LoggingFlags.LOGGING,
          SecurityFlags.OPTIONS,
          VolumeFlags.STORAGE,
          HealthFlags.HEALTHCHECK,
          RestartFlags.REMOVAL,
          EndpointFlags.NETWORKS);

  private static final List<Mapping> IN_ORDER =
      Stream.concat(
              CHECKED.stream(),
              TABLES.stream()
                  .flatMap(table -> table.mappings().stream())
                  .filter(mapping -> !CHECKED.contains(mapping)))
          .toList();

  /** Those that say something although none of their flags is given. */
  private static final List<Mapping> NEVER_IDLE =
      List.of(ProcessFlags.ATTACHMENT, EnvFlags.VARIABLES, LabelFlags.PLATFORM);

  private ContainerFlags() {}

  /** The flags of a command that makes a container, by name, with those of its own. */
  public static List<Flag<?>> with(List<Flag<?>> own) {
    return byName(
        Stream.concat(
            Stream.concat(own.stream(), CreationFlags.OTHERS.stream()),
            TABLES.stream().flatMap(FlagTable::flags)));
  }

  /** The same by topic. */
  public static List<FlagGroup> groups(List<Flag<?>> own) {
    FlagGroup first =
        new FlagGroup(
            "Options", byName(Stream.concat(own.stream(), CreationFlags.OTHERS.stream())));
    return Stream.concat(
            Stream.of(first),
            TABLES.stream().map(table -> new FlagGroup(table.topic(), byName(table.flags()))))
        .toList();
  }

  private static List<Flag<?>> byName(Stream<Flag<?>> flags) {
    // Comparator.comparing costs 10 ms here
    return flags.sorted((a, b) -> a.name().compareTo(b.name())).toList();
  }

  /**
   * The container that a command line describes.
   *
   * @param args image and command; no command for the image's own
   * @throws IllegalArgumentException with docker's message where the flags make no sense
   */
  public static ContainerSpec toSpec(FlagValues given, List<String> args, SpecContext context) {
    ContainerSpec spec = new ContainerSpec();
    setEmpty(spec.hostConfig);
    setCommand(spec, args);
    IN_ORDER.forEach(mapping -> mapping.toSpec(given, spec, context));
    return spec;
  }

  /** What docker sends even where there is none, and inspect so shows as a list. */
  private static void setEmpty(HostConfig host) {
    host.portBindings = Map.of();
    host.dns = List.of();
    host.dnsOptions = List.of();
    host.dnsSearch = List.of();
    host.devices = List.of();
    host.ulimits = List.of();
    host.blkioWeightDevice = List.of();
    host.blkioDeviceReadBps = List.of();
    host.blkioDeviceWriteBps = List.of();
    host.blkioDeviceReadIOps = List.of();
    host.blkioDeviceWriteIOps = List.of();
  }

  /**
   * Changes a container that is described already: a flag replaces what is said of the same thing,
   * and adds to what is by name, such as variables.
   */
  public static void change(
      ContainerSpec spec, FlagValues given, List<String> args, SpecContext context) {
    setCommand(spec, args);
    IN_ORDER.stream()
        .filter(
            mapping ->
                NEVER_IDLE.contains(mapping) || mapping.flags().stream().anyMatch(given::given))
        .forEach(mapping -> mapping.toSpec(given, spec, context));
  }

  private static void setCommand(ContainerSpec spec, List<String> args) {
    if (!args.isEmpty()) {
      spec.config.image = args.getFirst();
    }
    if (args.size() > 1) {
      spec.config.cmd = args.subList(1, args.size());
    }
  }

  /** The flags, each as one {@code --name=value}, that describe a container. */
  public static List<String> fromSpec(ContainerSpec spec) {
    FlagWriter out = new FlagWriter();
    TABLES.forEach(table -> table.fromSpec(spec, out));
    return out.words();
  }

  /** The whole command line that makes a container: flags, image, command. */
  public static List<String> line(ContainerSpec spec) {
    List<String> words = new ArrayList<>(fromSpec(spec));
    words.add(Objects.requireNonNullElse(spec.config.image, ""));
    words.addAll(Objects.requireNonNullElse(spec.config.cmd, List.of()));
    return words;
  }
}
