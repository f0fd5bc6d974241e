package dev.davit;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How a program gets to an engine.
 *
 * @param prefix the words that run a command where the engine can be reached
 * @param env what the program's environment says
 * @param programs a folder of programs that come before the machine's, or ""
 */
public record Reach(List<String> prefix, Map<String, String> env, String programs) {

  static Reach of(String address) {
    return new Reach(List.of(), Map.of("DOCKER_HOST", address), "");
  }

  /** By ssh, through what is made in {@code server}. */
  static Reach bySsh(SshServer server, String host) {
    return new Reach(List.of(), Map.of("DOCKER_HOST", host), server.programs().toString());
  }

  /** What is on {@code PATH} behind the program itself. */
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

  /** A file of the repository that runs a private engine. */
  static String engineScript() {
    return Path.of("src/dev/engine").toAbsolutePath().toString();
  }
}
