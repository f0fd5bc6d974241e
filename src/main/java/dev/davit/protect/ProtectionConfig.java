package dev.davit.protect;

import dev.davit.io.FileError;
import dev.davit.io.WholeFile;
import dev.davit.json.Json;
import dev.davit.text.GoQuote;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@link ProtectionRules} from the environment variable {@code DAVIT_PROTECT} or davit's own
 * config.json, {@code {"protect":{"contexts":["prod"],"names":["db-*"],"labels":["keep=true"]}}}.
 */
public final class ProtectionConfig {
  private static final String VARIABLE = "DAVIT_PROTECT";
  private static final String PROTECT = "protect";
  private static final Set<String> SETTINGS = Set.of(PROTECT);
  private static final Set<String> RULES = Set.of("contexts", "labels", "names");

  private ProtectionConfig() {}

  /**
   * Returns the rules.
   *
   * @throws IllegalArgumentException with the reason if they cannot be read: an object must not
   *     lose its protection by a typing error
   */
  public static ProtectionRules load(Map<String, String> env) {
    String variable = env.getOrDefault(VARIABLE, "");
    if (variable.equals("all")) {
      return new ProtectionRules(VARIABLE + "=all", true, List.of(), List.of(), List.of());
    }
    if (!variable.isEmpty()) {
      throw new IllegalArgumentException(
          "invalid " + VARIABLE + ": \"" + variable + "\" must be \"all\" or empty");
    }
    Path file = path(env);
    Optional<byte[]> json;
    try {
      json = WholeFile.find(file);
    } catch (FileError e) {
      if (Files.notExists(file)) { // below a file
        return ProtectionRules.NONE;
      }
      throw new IllegalArgumentException("cannot read protection rules: " + e.getMessage(), e);
    }
    return json.map(text -> read(text, file.toString())).orElse(ProtectionRules.NONE);
  }

  /** Returns the file; as in the XDG specification, a relative directory does not count. */
  private static Path path(Map<String, String> env) {
    String directory = env.getOrDefault("XDG_CONFIG_HOME", "");
    if (Path.of(directory).isAbsolute()) {
      return Path.of(directory, "davit", "config.json");
    }
    String home = env.getOrDefault("HOME", "");
    return Path.of(
        home.isEmpty() ? System.getProperty("user.home", "") : home,
        ".config",
        "davit",
        "config.json");
  }

  private static ProtectionRules read(byte[] json, String file) {
    Object root;
    try {
      root = Json.only(json);
    } catch (Json.SyntaxException e) {
      throw broken(file, e.getMessage());
    }
    Map<?, ?> settings = object(root, file, "config.json");
    requireKnown(settings, SETTINGS, "", file);
    Map<?, ?> protect = object(settings.get(PROTECT), file, PROTECT);
    requireKnown(protect, RULES, " of " + PROTECT, file);
    return new ProtectionRules(
        file,
        false,
        list(protect, "contexts", file),
        list(protect, "names", file),
        list(protect, "labels", file));
  }

  /** Rejects unknown keys: a rule with a typing error would protect nothing. */
  private static void requireKnown(Map<?, ?> object, Set<String> known, String of, String file) {
    Set<String> unknown = new TreeSet<>();
    object.keySet().forEach(key -> unknown.add(String.valueOf(key)));
    unknown.removeAll(known);
    if (!unknown.isEmpty()) {
      throw broken(
          file,
          (unknown.size() == 1 ? "unknown key " : "unknown keys ")
              + unknown.stream().map(GoQuote::quote).collect(Collectors.joining(", "))
              + of
              + (known.size() == 1 ? "; the valid key is " : "; valid keys are ")
              + String.join(", ", new TreeSet<>(known)));
    }
  }

  private static Map<?, ?> object(@Nullable Object value, String file, String what) {
    if (value == null) {
      return Map.of();
    }
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw broken(file, what + " must be an object");
  }

  private static List<String> list(Map<?, ?> protect, String key, String file) {
    Object value = protect.get(key);
    List<String> texts = new ArrayList<>();
    if (value instanceof List<?> list) {
      for (Object each : list) {
        if (!(each instanceof String text) || text.isEmpty()) {
          throw broken(file, "protect." + key + " must be a list of texts");
        }
        texts.add(text);
      }
    } else if (value != null) {
      throw broken(file, "protect." + key + " must be a list of texts");
    }
    return texts;
  }

  private static IllegalArgumentException broken(String file, String reason) {
    return new IllegalArgumentException("cannot read protection rules of " + file + ": " + reason);
  }
}
