package dev.davit.plugin;

import dev.davit.config.ConfigFile;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The directories with plugins, in docker's order: those of {@code cliPluginsExtraDirs}, the
 * directory {@code cli-plugins} beside config.json, and the system's. A plugin's file is named
 * {@code docker-NAME}; the first of a name counts. Mirrors cli-plugins/manager/manager.go.
 */
final class PluginDirectories {
  private static final String PREFIX = "docker-";
  private static final List<String> OF_SYSTEM =
      List.of(
          "/usr/local/lib/docker/cli-plugins",
          "/usr/local/libexec/docker/cli-plugins",
          "/usr/lib/docker/cli-plugins",
          "/usr/libexec/docker/cli-plugins");

  private final List<Path> directories = new ArrayList<>();

  PluginDirectories(ConfigFile config) {
    for (String extra : config.pluginDirectories()) {
      if (!extra.isEmpty()) {
        directories.add(Path.of(extra).normalize());
      }
    }
    directories.add(config.path().resolveSibling("cli-plugins"));
    OF_SYSTEM.forEach(directory -> directories.add(Path.of(directory)));
  }

  /** Returns the name of the plugin in a file. */
  static String name(Path file) {
    return String.valueOf(file.getFileName()).substring(PREFIX.length());
  }

  /**
   * Returns all files by the name of their plugin, each list in the order of the directories.
   * Directories that cannot be read are left out.
   */
  Map<String, List<Path>> all() {
    Map<String, List<Path>> all = new TreeMap<>();
    for (Path directory : directories) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, PREFIX + "*")) {
        for (Path file : files) {
          if (isFileOrLink(file)) {
            all.computeIfAbsent(name(file), name -> new ArrayList<>()).add(file);
          }
        }
      } catch (IOException | RuntimeException e) {
        // most of the directories do not exist
      }
    }
    return all;
  }

  /** Returns the files of a plugin, as {@link #all} does. */
  List<Path> files(String name) {
    return directories.stream()
        .map(directory -> directory.resolve(PREFIX + name))
        .filter(PluginDirectories::isFileOrLink)
        .toList();
  }

  /** Returns the first file of a plugin; as in docker, links to missing files are passed over. */
  Optional<Path> first(String name) {
    return directories.stream()
        .map(directory -> directory.resolve(PREFIX + name))
        .filter(file -> !Files.notExists(file))
        .findFirst();
  }

  private static boolean isFileOrLink(Path file) {
    try {
      BasicFileAttributes is =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return is.isRegularFile() || is.isSymbolicLink();
    } catch (IOException e) {
      return false;
    }
  }
}
