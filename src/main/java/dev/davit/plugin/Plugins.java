package dev.davit.plugin;

import dev.davit.config.ConfigFile;
import dev.davit.text.GoQuote;
import dev.davit.text.NaturalOrder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The plugins of the client, in the directories that config.json and the system have. */
public final class Plugins {
  private static final String NAME = "^[a-z][a-z0-9]*$";

  private final PluginDirectories directories;
  private final UnaryOperator<String> conflicts;
  private final MetadataRequest request;

  /**
   * Creates an object that searches at each call.
   *
   * @param env the environment of the plugins
   * @param conflicts returns, for a name, docker's reason why a plugin may not have it; empty if
   *     the name is free
   */
  public Plugins(ConfigFile config, Map<String, String> env, UnaryOperator<String> conflicts) {
    this.directories = new PluginDirectories(config);
    this.conflicts = conflicts;
    this.request = new MetadataRequest(env, MetadataCache.of(env));
  }

  /** Whether a plugin may have this name. */
  public static boolean isName(String word) {
    boolean fits = !word.isEmpty() && word.charAt(0) >= 'a';
    for (int i = 0; i < word.length(); i++) { // a regular expression would take longer to load
      char c = word.charAt(i);
      fits &= c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
    }
    return fits;
  }

  /** Returns all plugins, sorted by name; all are asked for their metadata at the same time. */
  public List<Plugin> list() {
    List<Plugin> plugins = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (List<Path> files : directories.all().values()) {
      threads.add(
          Thread.ofPlatform()
              .daemon()
              .start(
                  () -> {
                    Plugin plugin = plugin(files);
                    synchronized (plugins) {
                      plugins.add(plugin);
                    }
                  }));
    }
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    request.saveCache();
    plugins.sort((a, b) -> NaturalOrder.INSTANCE.compare(a.name(), b.name()));
    return plugins;
  }

  /** Returns a plugin by name, valid or not; empty if it has no file. */
  public Optional<Plugin> get(String name) {
    List<Path> files = directories.files(name);
    return files.isEmpty() ? Optional.empty() : Optional.of(saved(plugin(files)));
  }

  /** Returns the valid plugin of a name; empty if the plugin is missing or invalid. */
  public Optional<Plugin> find(String name) {
    return isName(name)
        ? directories.first(name).map(file -> saved(plugin(List.of(file)))).filter(Plugin::isValid)
        : Optional.empty();
  }

  private Plugin saved(Plugin plugin) {
    request.saveCache();
    return plugin;
  }

  private Plugin plugin(List<Path> files) {
    Path file = files.getFirst();
    String name = PluginDirectories.name(file);
    return new Plugin(name, file, metadata(name, file), files.subList(1, files.size()));
  }

  private PluginMetadata metadata(String name, Path file) {
    if (!isName(name)) {
      return PluginMetadata.invalid(
          "plugin candidate " + GoQuote.quote(name) + " did not match " + GoQuote.quote(NAME));
    }
    String conflict = conflicts.apply(name);
    if (!conflict.isEmpty()) {
      return PluginMetadata.invalid("plugin " + GoQuote.quote(name) + ' ' + conflict);
    }
    try {
      return request.send(file);
    } catch (IOException e) {
      return PluginMetadata.invalid("failed to fetch metadata: " + e.getMessage());
    }
  }
}
