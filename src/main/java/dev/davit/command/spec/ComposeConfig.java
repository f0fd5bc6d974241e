package dev.davit.command.spec;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.cli.CommandContext;
import dev.davit.json.JsonBinding;
import dev.davit.plugin.Plugin;
import dev.davit.plugin.PluginRun;
import dev.davit.terminal.Streams;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A compose file as the compose plugin reads it: with its variables, other files and defaults.
 * Mirrors {@code docker compose config}.
 *
 * @param file the objects of the file
 * @param name the name of the file, for messages
 */
record ComposeConfig(Map<?, ?> file, String name) {
  private static final String PLUGIN = "compose";

  /**
   * Reads a file, and prints the warnings of the plugin.
   *
   * @throws IOException if the plugin is missing, or with its message if the file is invalid
   */
  static ComposeConfig ofFile(CommandContext in, String file) throws IOException {
    return new ComposeConfig(read(in, file, List.of("-f", file), ""), file);
  }

  /** Reads the text of a file. */
  static ComposeConfig ofText(CommandContext in, String text) throws IOException {
    return new ComposeConfig(read(in, "", List.of("-p", PLUGIN, "-f", "-"), text), "");
  }

  private static Map<?, ?> read(CommandContext in, String name, List<String> options, String input)
      throws IOException {
    Plugin plugin =
        in.plugins()
            .find(PLUGIN)
            .orElseThrow(
                () -> new IOException("a compose file requires the plugin docker-compose"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PluginRun run =
        new PluginRun(
            plugin,
            in.app().env(),
            in.app().command(),
            Streams.of(input.getBytes(UTF_8), out, err),
            in.app().cwd().physical());
    List<String> arguments = new ArrayList<>(List.of(PLUGIN));
    arguments.addAll(options);
    arguments.addAll(List.of("--profile", "*", "config", "--format", "json"));
    int exitCode = run.run(arguments);
    String messages = err.toString(UTF_8).strip();
    if (exitCode != 0) {
      throw new IOException(name.isEmpty() ? messages : name + ": " + messages);
    }
    if (!name.isEmpty() && !messages.isEmpty()) {
      in.streams().error(messages);
    }
    return section(JsonBinding.read(out.toByteArray(), Object.class));
  }

  /** Returns the name of a service: the given one, or that of the only service. */
  String service(String wanted) throws IOException {
    List<String> names =
        section(file.get("services")).keySet().stream().map(String::valueOf).toList();
    if (wanted.isEmpty() && names.size() == 1) {
      return names.getFirst();
    }
    if (wanted.isEmpty()) {
      throw new IOException(
          name + " has several services; add one of them: :" + String.join(", :", names));
    }
    if (!names.contains(wanted)) {
      throw new IOException(name + ": no such service: " + wanted);
    }
    return wanted;
  }

  /** The keys of a service. */
  Map<?, ?> keys(String service) {
    return section(section(file.get("services")).get(service));
  }

  /** The name for the engine of a network or volume of the file. */
  String nameOf(String section, String key) {
    Object name = section(section(file.get(section)).get(key)).get("name");
    return name == null ? key : name.toString();
  }

  /** The file of a config or secret of the file; null if it has another source. */
  @Nullable Object fileOf(String section, String key) {
    return section(section(file.get(section)).get(key)).get("file");
  }

  /** The name of the project. */
  String project() {
    return String.valueOf(file.get("name"));
  }

  private static Map<?, ?> section(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }
}
