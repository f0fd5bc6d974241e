package dev.davit.cli.flags;

import dev.davit.engine.model.ContainerSpec;
import dev.davit.engine.model.UpdateConfig;
import dev.davit.io.WorkingDirectory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The flags of run and create that update supports, too, and their conversion to an update request.
 */
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

  /** All flags of update, sorted by name. */
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

  /**
   * The variant for update: some flags need a newer API version than with run; kernel-memory is
   * hidden, as newer engines do not support it.
   */
  private static Flag<?> ofUpdate(Flag<?> flag) {
    return switch (flag.name()) {
      case "cpus" -> flag.variant().since(1, 29);
      case "kernel-memory" -> flag.variant().hidden();
      case "pids-limit" -> flag.variant().since(1, 40);
      default -> flag;
    };
  }

  /**
   * Returns the flags that the engine takes as unchanged, each with its value: 0, or an empty text.
   */
  public static List<String> unchanging(FlagValues given) {
    List<String> words = new ArrayList<>();
    for (Flag<?> flag : ALL) {
      Object value = given.given(flag) ? given.get(flag) : null;
      if (value instanceof Number number && number.longValue() == 0) {
        words.add("--" + flag.name() + " 0");
      } else if ("".equals(value)) {
        words.add("--" + flag.name() + " ''");
      }
    }
    return words;
  }

  /**
   * Converts flags to the body of an update request.
   *
   * @throws IllegalArgumentException with docker's message if the flags are invalid or conflict
   */
  public static UpdateConfig toConfig(FlagValues given) {
    ContainerSpec spec = new ContainerSpec();
    // flags of update do not depend on the client's environment
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
      config.pidsLimit = null; // 0 keeps the limit, as for other limits
    }
    return config;
  }
}
