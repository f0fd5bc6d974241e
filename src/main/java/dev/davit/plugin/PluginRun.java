package dev.davit.plugin;

import dev.davit.io.Cleanup;
import dev.davit.terminal.Signals;
import dev.davit.terminal.Signals.Listening;
import dev.davit.terminal.Streams;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs a plugin as docker does: with the words typed, with variables that name the command line,
 * and with a {@link PluginSocket}. Mirrors tryPluginRun of cmd/docker/docker.go.
 *
 * <p>The plugin is a child process, in a native binary, too, and does not replace this process by
 * exec(2): the socket must be closed at a signal. The child is in the same process group, so a
 * terminal sends its signals to both; then only the plugin acts on them. Without a terminal the
 * first INT or TERM closes the socket, and the third kills the plugin.
 */
public final class PluginRun {
  private static final String ATTRIBUTES = "OTEL_RESOURCE_ATTRIBUTES";

  /** The number of INT and TERM that ends a plugin. */
  private static final int LAST_SIGNAL = 3;

  private final Plugin plugin;
  private final Map<String, String> env;
  private final Streams streams;
  private final Path directory;
  private String command;

  /**
   * Prepares a run.
   *
   * @param env the environment of this process
   * @param program this program as typed, which the plugin may run
   * @param directory the working directory of the plugin; empty for that of this process
   */
  public PluginRun(
      Plugin plugin, Map<String, String> env, String program, Streams streams, Path directory) {
    this.plugin = plugin;
    this.env = new HashMap<>(env);
    this.env.put("DOCKER_CLI_PLUGIN_ORIGINAL_CLI_COMMAND", program);
    this.streams = streams;
    this.directory = directory;
    this.command = "docker " + plugin.name();
  }

  /** Sets the command that the plugin is run for, which its telemetry reports. */
  public PluginRun as(String path) {
    command = path;
    return this;
  }

  /** Sets a variable of the plugin's environment. */
  public PluginRun with(String variable, String value) {
    env.put(variable, value);
    return this;
  }

  /**
   * Runs the plugin and returns its exit code.
   *
   * @throws IOException in Go's words if it cannot be started
   */
  public int run(List<String> arguments) throws IOException {
    return start(arguments).waitFor();
  }

  private PluginProcess start(List<String> arguments) throws IOException {
    String attribute = "docker.cli.cobra.command_path=" + command.replace(" ", "%20");
    String others = env.getOrDefault(ATTRIBUTES, "").strip();
    env.put(ATTRIBUTES, others.isEmpty() ? attribute : others + ',' + attribute);
    ProcessBuilder builder = Executable.command(plugin.path(), arguments, env);
    if (!directory.toString().isEmpty()) {
      builder.directory(directory.toFile());
    }
    return PluginProcess.start(builder, streams);
  }

  /** Runs the plugin as {@link #run} does, with a socket, and with signals as described above. */
  public int runCommand(List<String> arguments) throws IOException {
    try (PluginSocket socket = PluginSocket.open(env);
        Cleanup _ = new Cleanup(() -> close(socket))) {
      if (socket != null) {
        env.put("DOCKER_CLI_PLUGIN_SOCKET", socket.address());
      }
      Interrupts interrupts = new Interrupts(socket);
      try (Listening _ = Signals.on("INT", signal -> interrupts.next());
          Listening _ = Signals.on("TERM", signal -> interrupts.next())) {
        PluginProcess process = start(arguments);
        interrupts.kills(process);
        int exitCode = process.waitFor();
        return interrupts.hasKilled() ? 1 : exitCode;
      }
    }
  }

  private static void close(@Nullable PluginSocket socket) {
    if (socket != null) {
      socket.close();
    }
  }

  /** The reaction to INT and TERM while the plugin runs. */
  private final class Interrupts {
    private final @Nullable PluginSocket socket;
    private @Nullable PluginProcess process;
    private int count;

    Interrupts(@Nullable PluginSocket socket) {
      this.socket = socket;
    }

    synchronized void kills(PluginProcess started) {
      process = started;
    }

    synchronized void next() {
      if (streams.outIsTerminal()) {
        return;
      }
      count++;
      close(socket);
      if (hasKilled() && process != null) {
        process.kill();
        streams.error("got 3 SIGTERM/SIGINTs, forcefully exiting");
      }
    }

    synchronized boolean hasKilled() {
      return count >= LAST_SIGNAL;
    }
  }
}
