package dev.davit;

import dev.davit.io.Directories;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A way to reach an engine.
 *
 * @param prefix the words that run a command where the engine can be reached
 * @param env the environment variables of the program
 * @param programs a directory that precedes the system's in PATH, or ""
 */
public record Reach(List<String> prefix, Map<String, String> env, String programs) {

  static Reach of(String address) {
    return new Reach(List.of(), Map.of("DOCKER_HOST", address), "");
  }

  /** Reaches an engine through the sshd and ssh configuration of {@code server}. */
  static Reach bySsh(SshServer server, String host) {
    return new Reach(List.of(), Map.of("DOCKER_HOST", host), server.programs().toString());
  }

  /** Returns {@code PATH} without the program's own directory. */
  String path() {
    return (programs.isEmpty() ? "" : programs + ":") + System.getenv("PATH");
  }

  /** The engine of the tests; each of surefire's forks has one of its own. */
  public static String privateEngine() {
    String engines = System.getenv("DAVIT_TEST_ENGINE");
    if (engines == null) {
      throw new AssertionError("DAVIT_TEST_ENGINE names no engine: run this by make test");
    }
    String[] each = engines.split(" ", -1);
    return each[(Integer.getInteger("fork", 1) - 1) % each.length];
  }

  /** Runs a command in the network of the tests' engine. */
  static ProcessBuilder inNetworkOfEngine(List<String> command) throws IOException {
    List<String> argv = new ArrayList<>(List.of(engineScript(), "exec"));
    argv.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(argv);
    Path socket = Path.of(privateEngine().substring("unix://".length()));
    Path state = Directories.above(socket).toRealPath();
    builder.environment().put("DAVIT_ENGINE_DIR", Directories.above(state).toString());
    return builder;
  }

  /** Returns the script that runs a private engine. */
  static String engineScript() {
    return Path.of("src/dev/engine").toAbsolutePath().toString();
  }
}
