package dev.davit.protect;

import dev.davit.io.FileError;
import dev.davit.io.WholeFile;
import dev.davit.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@link ProtectionRules} from the environment variable {@code DAVIT_PROTECT} or davit's own
 * config.json, {@code {"protect":{"contexts":["prod"],"names":["db-*"],"labels":["keep=true"]}}}.
 */
public final class ProtectionConfig {
  private static final String VARIABLE = "DAVIT_PROTECT";
  private static final Set<String> KEYS = Set.of("contexts", "labels", "names");

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
    Map<?, ?> protect = object(object(root, file, "config.json").get("protect"), file, "protect");
    Set<String> unknown = new TreeSet<>();
    protect.keySet().forEach(key -> unknown.add(String.valueOf(key)));
    unknown.removeAll(KEYS);
    if (!unknown.isEmpty()) {
      throw broken(
          file,
          "unknown key \""
              + unknown.iterator().next()
              + "\" of protect; valid keys are contexts, labels, names");
    }
    return new ProtectionRules(
        file,
        false,
        list(protect, "contexts", file),
        list(protect, "names", file),
        list(protect, "labels", file));
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
