package dev.davit.plugin;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.io.AtomicFile;
import dev.davit.io.WholeFile;
import dev.davit.json.Json;
import dev.davit.json.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The metadata of valid plugins by file, in {@code davit/plugins.json} of the user's directory for
 * caches. An entry counts while the file's size and modification time are the same. A cache that
 * cannot be read is empty, and one that cannot be written is not kept.
 */
final class MetadataCache {
  private final @Nullable Path file;
  private @Nullable Map<String, Entry> entries;
  private boolean changed;

  private MetadataCache(@Nullable Path file) {
    this.file = file;
  }

  /** An answer, and the size and modification time of the file that gave it. */
  private record Entry(String stamp, String answer) {}

  /** Returns the cache of the user whose environment is given: XDG_CACHE_HOME, or HOME. */
  static MetadataCache of(Map<String, String> env) {
    String caches = env.getOrDefault("XDG_CACHE_HOME", "");
    String home = env.getOrDefault("HOME", "");
    if (caches.startsWith("/")) {
      return new MetadataCache(Path.of(caches, "davit", "plugins.json"));
    }
    return new MetadataCache(
        home.startsWith("/") ? Path.of(home, ".cache", "davit", "plugins.json") : null);
  }

  /** Returns what a plugin has printed, unless its file has changed since. */
  synchronized Optional<byte[]> find(Path plugin) {
    Entry entry = entries().get(key(plugin));
    return entry != null && entry.stamp.equals(stamp(plugin))
        ? Optional.of(entry.answer.getBytes(UTF_8))
        : Optional.empty();
  }

  /** Keeps what a plugin has printed; {@link #save} writes it. */
  synchronized void put(Path plugin, byte[] answer) {
    String stamp = stamp(plugin);
    if (!stamp.isEmpty()) {
      entries().put(key(plugin), new Entry(stamp, new String(answer, UTF_8)));
      changed = true;
    }
  }

  /** Writes the cache if it has changed, without the entries of files that are gone. */
  synchronized void save() {
    if (!changed || file == null) {
      return;
    }
    changed = false;
    StringJoiner json = new StringJoiner(",\n", "{\n", "\n}\n");
    entries()
        .forEach(
            (path, entry) -> {
              if (Files.exists(Path.of(path))) {
                json.add(
                    JsonText.quote(path)
                        + ": ["
                        + JsonText.quote(entry.stamp)
                        + ", "
                        + JsonText.quote(entry.answer)
                        + "]");
              }
            });
    try {
      AtomicFile.rewrite(file, json.toString().getBytes(UTF_8));
    } catch (IOException | RuntimeException e) {
      // plugins are asked again
    }
  }

  private Map<String, Entry> entries() {
    if (entries == null) {
      entries = new TreeMap<>();
      if (file != null) {
        read(file, entries);
      }
    }
    return entries;
  }

  private static void read(Path file, Map<String, Entry> entries) {
    try {
      Optional<byte[]> json = WholeFile.find(file);
      if (json.isPresent() && Json.only(json.get()) instanceof Map<?, ?> object) {
        object.forEach(
            (path, entry) -> {
              if (entry instanceof List<?> pair
                  && pair.size() == 2
                  && pair.getFirst() instanceof String stamp
                  && pair.getLast() instanceof String answer) {
                entries.put(String.valueOf(path), new Entry(stamp, answer));
              }
            });
      }
    } catch (IOException | Json.SyntaxException e) {
      // plugins are asked again
    }
  }

  private static String key(Path plugin) {
    return plugin.toAbsolutePath().toString();
  }

  /** Returns a file's size and modification time; empty if the file is missing. */
  private static String stamp(Path plugin) {
    try {
      BasicFileAttributes is = Files.readAttributes(plugin, BasicFileAttributes.class);
      return is.size() + " " + is.lastModifiedTime().toInstant();
    } catch (IOException e) {
      return "";
    }
  }
}
