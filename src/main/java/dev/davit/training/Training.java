package dev.davit.training;

import dev.davit.Main;
import dev.davit.cli.Cli;
import dev.davit.cli.ProcessEnvironment;
import dev.davit.command.CommandTree;
import dev.davit.io.WorkingDirectory;
import dev.davit.terminal.Streams;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * Runs the commands whose start should be fast, on an engine in this process, while Java records an
 * AOT cache: {@code java -XX:AOTCacheOutput=FILE … Training DIRECTORY}.
 *
 * <p>A class that no command here needs is read from the jar later, at a thousand times the cost;
 * each class that a command here needs makes every start a little slower. So the list has the
 * commands of daily use.
 */
public final class Training {
  private static final List<String> COMMANDS =
      List.of(
          "--help",
          "ps --help",
          "run --help",
          "version",
          "ps",
          "ps -a -q --no-trunc --filter name=web --filter label=tier=front",
          "ps -s --format {{.ID}}\\t{{.Names}}",
          "images",
          "network ls",
          "volume ls",
          "inspect web",
          "inspect -f {{.State.Status}} web",
          "container inspect web",
          "run --rm busybox true",
          "run -d --name web -e A=1 -l tier=front -p 8080:80 -v /srv:/srv:ro --network backend busybox",
          "run --rm -m 64m --cpus 1.5 --restart no --user 1000 -w /srv --entrypoint sh busybox -c exit",
          "create --name web --hostname web --tmpfs /tmp --read-only busybox",
          "start web",
          "exec -e A=1 -w / web true",
          "logs --tail 10 -t web",
          "stats --no-stream web",
          "stop -t 1 web",
          "kill -s HUP web",
          "wait web",
          "rm -f web",
          "pull busybox",
          "__complete r",
          "__complete exec w",
          "__complete run --rm -",
          "sample --flag");

  /** A plugin with the shortest answers that are valid. */
  private static final String PLUGIN =
      """
      #!/bin/sh
      echo '{"SchemaVersion":"0.1.0","Vendor":"davit"}'
      """;

  private static final List<String> AT_A_TERMINAL =
      List.of("run -it --rm busybox true", "exec -it web true", "pull busybox");

  private static final List<String> REFUSED = List.of("rm missing", "ps --nope", "nope");

  private Training() {}

  /**
   * Runs the commands, and at last the real program, which ends the process.
   *
   * @param args a directory for the engine's socket, which is also the home directory
   */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    Path plugins = Files.createDirectories(folder.resolve(".docker/cli-plugins"));
    Path plugin = Files.writeString(plugins.resolve("docker-sample"), PLUGIN);
    Files.setPosixFilePermissions(plugin, PosixFilePermissions.fromString("rwx------"));
    try (CannedEngine engine = CannedEngine.at(folder.resolve("engine.sock"))) {
      Map<String, String> env =
          Map.of("HOME", folder.toString(), "DOCKER_HOST", engine.address().toString());
      for (String command : COMMANDS) {
        require(run(command, inMemory(), env, folder) == 0, command);
      }
      for (String command : AT_A_TERMINAL) {
        Streams terminal = Streams.ofPretendedTerminal(new ByteArrayOutputStream());
        require(run(command, terminal, env, folder) == 0, command);
      }
      for (String command : REFUSED) {
        require(run(command, inMemory(), env, folder) != 0, command);
      }
    }
    Main.main(new String[] {"--version"});
  }

  private static Streams inMemory() {
    return Streams.of(new byte[0], new ByteArrayOutputStream(), new ByteArrayOutputStream());
  }

  private static int run(String command, Streams streams, Map<String, String> env, Path cwd) {
    return Cli.execute(
        new ProcessEnvironment(
            "davit",
            "davit",
            streams,
            env,
            new WorkingDirectory(cwd, ""),
            InstantSource.system(),
            code -> {}),
        CommandTree.ROOT,
        List.of(command.split(" ")));
  }

  /** Fails the training if a command has another result, as its classes are not all loaded then. */
  private static void require(boolean asExpected, String command) {
    if (!asExpected) {
      throw new IllegalStateException("training failed at: davit " + command);
    }
  }
}
