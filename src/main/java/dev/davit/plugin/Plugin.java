package dev.davit.plugin;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file that is a plugin, or is named like one. Mirrors cli-plugins/manager/plugin.go.
 *
 * @param shadowed the files of the same name in directories that come later
 */
public record Plugin(String name, Path path, PluginMetadata metadata, List<Path> shadowed) {
  /** Whether the plugin can be run. */
  public boolean isValid() {
    return metadata.problem().isEmpty();
  }

  /** Returns why the plugin is invalid, in docker's words; empty if it is valid. */
  public String problem() {
    return metadata.problem();
  }

  /** Returns the one-line description for lists of commands; may be empty. */
  public String summary() {
    return metadata.shortDescription();
  }

  public String vendor() {
    return metadata.vendor();
  }

  /** Returns the version; may be empty. */
  public String version() {
    return metadata.version();
  }

  /** Returns the fields of docker's struct by name, with null for no error. */
  public Map<String, @Nullable Object> fields() {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("SchemaVersion", metadata.schemaVersion());
    fields.put("Vendor", metadata.vendor());
    fields.put("Version", metadata.version());
    fields.put("ShortDescription", metadata.shortDescription());
    fields.put("URL", metadata.url());
    fields.put("Name", name);
    fields.put("Path", path.toString());
    fields.put("Err", isValid() ? null : problem());
    fields.put("ShadowedPaths", shadowed.stream().map(Path::toString).toList());
    return fields;
  }
}
