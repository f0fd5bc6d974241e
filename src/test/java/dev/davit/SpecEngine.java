package dev.davit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A client of the tests' engine, which creates containers, prints them, and creates them again. */
final class SpecEngine {
  private static final Path COMPOSE =
      Path.of("target/programs/root/usr/libexec/docker/cli-plugins/docker-compose")
          .toAbsolutePath();

  private final Path cwd;
  private final String name;
  private final Map<String, String> env;

  /**
   * Creates a client.
   *
   * @param cwd the working directory
   * @param name the name of its container
   */
  SpecEngine(Path cwd, String name) {
    this.cwd = cwd;
    this.name = name;
    this.env =
        Map.of(
            "DOCKER_HOST", Reach.privateEngine(),
            "DOCKER_CONFIG", cwd.toString(),
            "DOCKER_BUILDKIT", "0",
            "FROM_CLIENT", "of the client",
            "PATH", System.getenv("PATH"));
  }

  String name() {
    return name;
  }

  /** Runs davit in this process. */
  Target.Result run(String... args) {
    return run(new byte[0], args);
  }

  /** Runs davit in this process, with standard input. */
  Target.Result run(byte[] stdin, String... args) {
    return Target.inProcess("davit", List.of(args), env, stdin, cwd);
  }

  /** Returns the output of a command that must succeed. */
  static String done(Target.Result result) {
    assertEquals(0, result.exitCode(), result::toString);
    return result.out();
  }

  /** Removes a container. */
  void remove(String container) {
    run("rm", "-fv", container);
  }

  /** Creates a container from flags and arguments, instead of the one of its name. */
  Target.Result create(String container, List<String> words) throws IOException {
    return create(container, new byte[0], words);
  }

  /** Creates the container from the body of a create request. */
  Target.Result createFromJson(String body) throws IOException {
    return create(name, body.getBytes(UTF_8), List.of("--from-json=-"));
  }

  private Target.Result create(String container, byte[] stdin, List<String> words)
      throws IOException {
    remove(container);
    Files.deleteIfExists(cwd.resolve("id"));
    List<String> args = new ArrayList<>(List.of("create"));
    if (!words.contains("--name=" + container)) {
      args.add("--name=" + container);
    }
    args.addAll(words);
    return run(stdin, args.toArray(String[]::new));
  }

  /** Whether the container starts. */
  boolean starts() {
    return run("start", name).exitCode() == 0;
  }

  InspectedContainer inspect(String container) throws IOException {
    return InspectedContainer.of(done(run("inspect", container)));
  }

  /** Prints containers in a form. */
  String spec(String form, String... containers) {
    List<String> args = new ArrayList<>(List.of("spec", "--as", form, "--show-secrets"));
    args.addAll(List.of(containers));
    return done(run(args.toArray(String[]::new)));
  }

  /** Has compose create the containers of a file, and returns its messages if it fails. */
  String compose(String file) throws IOException {
    Files.writeString(cwd.resolve("compose.yaml"), file);
    ProcessBuilder compose =
        new ProcessBuilder(COMPOSE.toString(), "-f", "compose.yaml", "-p", name, "create")
            .directory(cwd.toFile());
    compose.environment().putAll(env);
    Target.Result result = Target.result(compose.start());
    return result.exitCode() == 0 ? "" : result.err();
  }

  /** Returns the words after {@code create} that a shell reads in the lines of {@code spec}. */
  static List<String> words(String lines) throws IOException {
    String script = "davit() { shift; printf '%s\\0' \"$@\"; }\n" + lines;
    Process shell = new ProcessBuilder("/bin/sh", "-c", script).start();
    String words = new String(shell.getInputStream().readAllBytes(), UTF_8);
    return Arrays.asList(words.substring(0, words.length() - 1).split("\0", -1));
  }

  /** Returns the comments in the output of {@code spec}. */
  static Stream<String> comments(String lines) {
    return lines.lines().filter(line -> line.startsWith("# "));
  }

  /**
   * Returns the properties of a container that a compose file lacks according to its comments, by
   * their paths in {@link InspectedContainer}.
   */
  static List<String> unsaid(String file, String container) {
    String comment = "# " + container + ": No key sets ";
    return comments(file)
        .filter(line -> line.startsWith(comment))
        .map(line -> line.substring(comment.length()).split(": ", 2)[0])
        .map(property -> property.replaceFirst("^the mode in ", ""))
        .map(property -> property.replaceFirst("(.*) of the mount (.*)", "Mount of $2.$1"))
        .map(
            property ->
                property.replaceFirst(
                    "(Links) of the network (.*)", "NetworkSettings.Networks.$2.$1"))
        .toList();
  }
}
