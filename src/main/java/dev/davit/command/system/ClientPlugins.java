package dev.davit.command.system;

import dev.davit.plugin.Plugin;
import dev.davit.text.GoQuote;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The client's plugins, as {@code info} prints them. */
final class ClientPlugins {
  private ClientPlugins() {}

  /** Formats the valid plugins, below a heading that invalid plugins alone have, too. */
  static String text(List<Plugin> plugins) {
    StringBuilder out = new StringBuilder(plugins.isEmpty() ? "" : " Plugins:\n");
    for (Plugin plugin : plugins) {
      if (plugin.isValid()) {
        out.append("  ").append(plugin.name()).append(": ").append(plugin.summary());
        out.append(" (").append(plugin.vendor()).append(")\n");
        if (!plugin.version().isEmpty()) {
          out.append("    Version:  ").append(plugin.version()).append('\n');
        }
        out.append("    Path:     ").append(plugin.path()).append('\n');
      }
    }
    return out.toString();
  }

  /** Formats a line for each invalid plugin. */
  static List<String> warnings(List<Plugin> plugins) {
    return plugins.stream()
        .filter(plugin -> !plugin.isValid())
        .map(
            plugin ->
                "WARNING: Plugin "
                    + GoQuote.quote(plugin.path().toString())
                    + " is not valid: "
                    + plugin.problem())
        .toList();
  }

  /** Returns the plugins as docker's structs. */
  static List<Map<String, @Nullable Object>> fields(List<Plugin> plugins) {
    return plugins.stream().map(Plugin::fields).toList();
  }
}
