package dev.davit.command.spec;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.cli.flags.ContainerFlags;
import dev.davit.cli.flags.SpecContext;
import dev.davit.engine.InspectedSpec;
import dev.davit.engine.model.ContainerSpec;
import dev.davit.io.WorkingDirectory;
import dev.davit.json.JsonBinding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The values of a container that its command line does not set, found by parsing the command line.
 */
final class UnsaidValues {
  private static final String HOST = "HostConfig";
  private static final String NETWORKS = "NetworkingConfig";
  private static final String ONCE = "StdinOnce";

  /** The streams that the client attached at the start, which have no effect later. */
  private static final Set<String> STREAMS = Set.of("AttachStdin", "AttachStdout", "AttachStderr");

  /** Lists that are not default if they are empty. */
  private static final Set<String> MAY_BE_EMPTY = Set.of("MaskedPaths", "ReadonlyPaths");

  private final List<String> found = new ArrayList<>();

  private UnsaidValues() {}

  /**
   * Returns a line for each value.
   *
   * @param flags the flags of the spec
   * @param detached whether the command line attaches no stream
   */
  static List<String> of(ContainerSpec spec, List<String> flags, boolean detached, String osType)
      throws IOException {
    List<String> args = new ArrayList<>();
    args.add(Objects.requireNonNullElse(spec.config.image, ""));
    args.addAll(Objects.requireNonNullElse(spec.config.cmd, List.of()));
    ContainerSpec said;
    try {
      said = ContainerFlags.toSpec(ContainerFlags.parse(flags), args, context(osType));
    } catch (IllegalArgumentException e) {
      return List.of("These options are rejected: " + e.getMessage());
    }
    if (detached) {
      said.config.stdinOnce = false;
    }
    UnsaidValues unsaid = new UnsaidValues();
    Map<?, ?> wanted = object(JsonBinding.read(JsonBinding.write(spec), Object.class));
    Map<?, ?> parsed = object(JsonBinding.read(JsonBinding.write(said), Object.class));
    for (Map.Entry<?, ?> each : wanted.entrySet()) {
      String name = String.valueOf(each.getKey());
      switch (name) {
        case HOST -> unsaid.compare(HOST + '.', each.getValue(), parsed.get(HOST));
        case NETWORKS -> unsaid.compare("", each.getValue(), parsed.get(NETWORKS));
        default -> {
          if (!STREAMS.contains(name)) {
            unsaid.compare("Config.", name, each.getValue(), parsed.get(name));
          }
        }
      }
    }
    if (Boolean.TRUE.equals(said.config.stdinOnce) && !Boolean.TRUE.equals(spec.config.stdinOnce)) {
      unsaid.add("Config." + ONCE, false);
    }
    return unsaid.found;
  }

  private static SpecContext context(String osType) {
    return new SpecContext(
        Map.of(),
        new WorkingDirectory(Path.of("/"), ""),
        names -> Map.of(),
        () -> osType,
        () -> false);
  }

  private static Map<?, ?> object(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  private void compare(String path, @Nullable Object wanted, @Nullable Object said)
      throws IOException {
    for (Map.Entry<?, ?> each : object(wanted).entrySet()) {
      String name = String.valueOf(each.getKey());
      compare(path, name, each.getValue(), object(said).get(name));
    }
  }

  private void compare(String path, String name, @Nullable Object wanted, @Nullable Object said)
      throws IOException {
    boolean same =
        MAY_BE_EMPTY.contains(name) ? Objects.equals(wanted, said) : isCovered(wanted, said);
    if (!same) {
      add(path + name, wanted);
    }
  }

  private void add(String path, @Nullable Object value) throws IOException {
    byte[] json = JsonBinding.write(Map.of("", Objects.requireNonNull(value)));
    String text = new String(json, UTF_8);
    found.add("No option sets " + path + ": " + text.substring(4, text.length() - 1));
  }

  /** Whether a value has all that is wanted; an absent value is false, 0 or empty. */
  private static boolean isCovered(@Nullable Object wanted, @Nullable Object said) {
    if (wanted instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .allMatch(each -> isCovered(each.getValue(), object(said).get(each.getKey())));
    }
    if (wanted instanceof List<?> list && !list.isEmpty()) {
      return said instanceof List<?> other && areCovered(list, other);
    }
    boolean sameNumber = wanted instanceof Number && wanted.toString().equals(String.valueOf(said));
    return sameNumber || Objects.equals(wanted, said) || InspectedSpec.isNothing(wanted);
  }

  private static boolean areCovered(List<?> wanted, List<?> said) {
    if (wanted.size() != said.size()) {
      return false;
    }
    for (int i = 0; i < wanted.size(); i++) {
      if (!isCovered(wanted.get(i), said.get(i))) {
        return false;
      }
    }
    return true;
  }
}
