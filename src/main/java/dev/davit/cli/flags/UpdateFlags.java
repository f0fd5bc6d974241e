package dev.davit.cli.flags;

import dev.davit.engine.model.ContainerSpec;
import dev.davit.engine.model.UpdateConfig;
import dev.davit.io.WorkingDirectory;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The flags of run and create that update has too, and what it makes of them. */
public final class UpdateFlags {
  private static final Set<String> NAMES =
      Set.of(
          "blkio-weight",
          "cpu-period",
          "cpu-quota",
          "cpu-rt-period",
          "cpu-rt-runtime",
          "cpu-shares",
          "cpus",
          "cpuset-cpus",
          "cpuset-mems",
          "kernel-memory",
          "memory",
          "memory-reservation",
          "memory-swap",
          "pids-limit",
          "restart");

  private static final List<Mapping> MAPPINGS =
      ContainerFlags.TABLES.stream()
          .flatMap(table -> table.mappings().stream())
          .filter(mapping -> mapping.flags().stream().anyMatch(UpdateFlags::isShared))
          .toList();

  /** By name. */
  public static final List<Flag<?>> ALL =
      MAPPINGS.stream()
          .flatMap(mapping -> mapping.flags().stream())
          .filter(UpdateFlags::isShared)
          .<Flag<?>>map(UpdateFlags::ofUpdate)
          .sorted(Comparator.<Flag<?>, String>comparing(Flag::name))
          .toList();

  private UpdateFlags() {}

  private static boolean isShared(Flag<?> flag) {
    return NAMES.contains(flag.name());
  }

  /** Some came later to update than to run; one it doesn't show, as newer engines lack it. */
  private static Flag<?> ofUpdate(Flag<?> flag) {
    return switch (flag.name()) {
      case "cpus" -> flag.variant().since(1, 29);
      case "kernel-memory" -> flag.variant().hidden();
      case "pids-limit" -> flag.variant().since(1, 40);
      default -> flag;
    };
  }

  /**
   * The changes that were asked for.
   *
   * @throws IllegalArgumentException with docker's message where the flags make no sense
   */
  public static UpdateConfig toConfig(FlagValues given) {
    ContainerSpec spec = new ContainerSpec();
    // none of them depends on where the command runs
    SpecContext nowhere =
        new SpecContext(
            Map.of(),
            new WorkingDirectory(Path.of(""), ""),
            names -> Map.of(),
            () -> "",
            () -> false);
    MAPPINGS.stream()
        .filter(mapping -> mapping.flags().stream().anyMatch(given::given))
        .forEach(mapping -> mapping.toSpec(given, spec, nowhere));
    UpdateConfig config = UpdateConfig.of(spec.hostConfig);
    if (config.pidsLimit != null && config.pidsLimit == 0) {
      config.pidsLimit = null; // as with the other limits, 0 leaves it as it is
    }
    return config;
  }
}
