package dev.davit.cli.flags;

import dev.davit.engine.model.ContainerSpec;
import dev.davit.engine.model.HostConfig;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * All flags that describe a container, and the conversion between these flags and a container spec.
 */
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
   * The mappings that can reject values, in docker's order of checks (parse in
   * cli/command/container/opts.go): only the first mistake is reported.
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

  /** The mappings that write to the spec even if none of their flags is given. */
  private static final List<Mapping> NEVER_IDLE =
      List.of(ProcessFlags.ATTACHMENT, EnvFlags.VARIABLES, LabelFlags.PLATFORM);

  private ContainerFlags() {}

  /** All flags of a command that creates a container, including its own, sorted by name. */
  public static List<Flag<?>> with(List<Flag<?>> own) {
    return FlagGroup.byName(
        Stream.concat(
            Stream.concat(own.stream(), CreationFlags.OTHERS.stream()),
            TABLES.stream().flatMap(FlagTable::flags)));
  }

  /** All flags that describe a container. */
  public static List<Flag<?>> described() {
    return TABLES.stream().flatMap(FlagTable::flags).toList();
  }

  /**
   * All flags of a command that creates a container, grouped by topic; its own flags are in the
   * first group.
   */
  public static List<FlagGroup> groups(List<Flag<?>> own) {
    FlagGroup first =
        new FlagGroup(
            "Options",
            FlagGroup.byName(Stream.concat(own.stream(), CreationFlags.OTHERS.stream())));
    return Stream.concat(
            Stream.of(first),
            TABLES.stream()
                .map(table -> new FlagGroup(table.topic(), FlagGroup.byName(table.flags()))))
        .toList();
  }

  /**
   * Converts a command line to a container spec.
   *
   * @param args image and command; without a command, the image's command is used
   * @throws IllegalArgumentException with docker's message if the flags are invalid or conflict
   */
  public static ContainerSpec toSpec(FlagValues given, List<String> args, SpecContext context) {
    ContainerSpec spec = new ContainerSpec();
    setEmpty(spec.hostConfig);
    setCommand(spec, args);
    IN_ORDER.forEach(mapping -> mapping.toSpec(given, spec, context));
    return spec;
  }

  /**
   * Sets the absent fields that docker sends as empty lists, and inspect therefore prints as lists;
   * and the limit of processes that it sends as 0, without which Podman sets its own.
   */
  public static void setEmpty(HostConfig host) {
    host.portBindings = Objects.requireNonNullElse(host.portBindings, Map.of());
    host.dns = Objects.requireNonNullElse(host.dns, List.of());
    host.dnsOptions = Objects.requireNonNullElse(host.dnsOptions, List.of());
    host.dnsSearch = Objects.requireNonNullElse(host.dnsSearch, List.of());
    host.devices = Objects.requireNonNullElse(host.devices, List.of());
    host.ulimits = Objects.requireNonNullElse(host.ulimits, List.of());
    host.blkioWeightDevice = Objects.requireNonNullElse(host.blkioWeightDevice, List.of());
    host.blkioDeviceReadBps = Objects.requireNonNullElse(host.blkioDeviceReadBps, List.of());
    host.blkioDeviceWriteBps = Objects.requireNonNullElse(host.blkioDeviceWriteBps, List.of());
    host.blkioDeviceReadIOps = Objects.requireNonNullElse(host.blkioDeviceReadIOps, List.of());
    host.blkioDeviceWriteIOps = Objects.requireNonNullElse(host.blkioDeviceWriteIOps, List.of());
    host.pidsLimit = Objects.requireNonNullElse(host.pidsLimit, 0L);
  }

  /**
   * Applies flags and arguments to an existing container spec: a flag replaces its field, and adds
   * to fields whose entries have names, such as environment variables.
   */
  public static void change(
      ContainerSpec spec, FlagValues given, List<String> args, SpecContext context) {
    setEmpty(spec.hostConfig);
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

  /** Returns a line for each value that is valid, but probably not what the user means. */
  public static List<String> warnings(FlagValues given) {
    return DeviceFlags.warnings(given);
  }

  /** Converts a container spec to flags, each as one word {@code --name=value}. */
  public static List<String> fromSpec(ContainerSpec spec) {
    FlagWriter out = new FlagWriter();
    TABLES.forEach(table -> table.fromSpec(spec, out));
    return out.words();
  }

  /**
   * Parses flags as {@link #fromSpec} writes them.
   *
   * @throws IllegalArgumentException if a value is invalid
   */
  public static FlagValues parse(List<String> words) {
    FlagValues given = new FlagValues();
    for (String word : words) {
      int equals = word.indexOf('=');
      String name = word.substring(2, equals < 0 ? word.length() : equals);
      Flag<?> flag =
          TABLES.stream()
              .flatMap(FlagTable::flags)
              .filter(each -> each.name().equals(name))
              .findFirst()
              .orElseThrow();
      given.add(flag, flag.parse(equals < 0 ? flag.bareValue() : word.substring(equals + 1)));
    }
    return given;
  }
}
