package dev.davit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.davit.cli.Cli;
import dev.davit.cli.ProcessEnvironment;
import dev.davit.command.CommandTree;
import dev.davit.io.WorkingDirectory;
import dev.davit.terminal.Streams;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The program that behaviour tests run as {@code docker}: the built davit; with {@code
 * -Dtarget=native} the native binary; or with {@code -Dtarget=docker} docker, which verifies the
 * expectations.
 */
final class Target {
  private static final long LIMIT_SECONDS = 120;

  /** Matches a word of a shell line that needs no expansion, only removal of quotes. */
  private static final Pattern WORD =
      Pattern.compile("(?:[\\w./:=,@%+-]|'[^'\"]*'|\"[^'\"\\\\$`]*\")+");

  private static final Pattern SIMPLE = Pattern.compile("docker( " + WORD + ")*");

  private final Path links;

  private Target(Path links) {
    this.links = links;
  }

  /** The output of a command and its exit code. */
  record Result(String out, String err, int exitCode) {}

  /** Links the program as docker in a directory of its own. */
  static Target linked() throws IOException {
    Path folder =
        Files.createDirectories(Path.of("target/links", System.getProperty("fork", "1")))
            .toAbsolutePath();
    Path link = folder.resolve("docker");
    Files.deleteIfExists(link);
    Files.createSymbolicLink(link, binary());
    return new Target(folder);
  }

  /** Returns the variable PATH by which {@code docker} is the program. */
  String path() {
    return links + ":" + System.getenv("PATH");
  }

  static boolean isDocker() {
    return name().equals("docker");
  }

  static boolean isNative() {
    return name().equals("native");
  }

  private static String name() {
    return System.getProperty("target", "davit");
  }

  /**
   * Returns the cases to play that start processes: all with a binary, every {@code nth} on a JVM,
   * whose start takes ten times as long.
   */
  static <T> Stream<T> ofProcesses(List<T> all, int nth) {
    return isSlow() ? everyNth(all, nth) : all.stream();
  }

  /** Returns whether processes are JVMs, of which only some run; on other engines, all do. */
  static boolean isSlow() {
    return !isDocker() && !isNative() && System.getProperty("engine") == null;
  }

  /**
   * Returns the cases to play that are about commands: all in the JVM of the tests, every {@code
   * nth} with the native binary, which differs from it by its start and its libraries.
   */
  static <T> Stream<T> ofCommands(List<T> all, int nth) {
    return isNative() ? everyNth(all, nth) : all.stream();
  }

  private static <T> Stream<T> everyNth(List<T> all, int nth) {
    return IntStream.range(0, all.size()).filter(i -> i % nth == 0).mapToObj(all::get);
  }

  private static Path binary() {
    if (!isDocker()) {
      String built = isNative() ? "target/davit" : "target/dist/bin/davit";
      return Path.of(built).toAbsolutePath();
    }
    return docker().orElseThrow(() -> new IllegalStateException("no docker on PATH"));
  }

  /** The reference, docker 28.2, where it is installed. */
  static Optional<Path> reference() throws IOException {
    Optional<Path> docker = docker();
    if (docker.isPresent()) {
      Result version = result(new ProcessBuilder(docker.get().toString(), "--version").start());
      return docker.filter(path -> version.out().startsWith("Docker version 28.2."));
    }
    return docker;
  }

  /** The docker client on PATH, of any version. */
  static Optional<Path> docker() {
    return Arrays.stream(System.getenv("PATH").split(":", -1))
        .map(folder -> Path.of(folder, "docker"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Runs a shell line against an engine; {@code docker} is the program. */
  Result run(String line, String engine, Path cwd) throws IOException {
    return run(line, Reach.of(engine), cwd);
  }

  /** Runs a shell line where the engine can be reached. */
  Result run(String line, Reach engine, Path cwd) throws IOException {
    return run(shell(line, engine), environment(engine, cwd), new byte[0], cwd);
  }

  /**
   * Runs a shell line, with davit in this process if the line is a single command line: ten times
   * faster than starting a JVM.
   */
  Result runFast(String line, Reach engine, Path cwd) throws IOException {
    boolean simple =
        engine.prefix().isEmpty()
            && SIMPLE.matcher(line).matches()
            // paths are relative to the directory of this process
            && !line.contains("--config ");
    if (isDocker() || isNative() || !simple) {
      return run(line, engine, cwd);
    }
    List<String> argv = new ArrayList<>();
    for (Matcher word = WORD.matcher(line); word.find(); ) {
      argv.add(word.group().replace("'", "").replace("\"", ""));
    }
    Map<String, String> env = new HashMap<>(System.getenv());
    env.keySet().removeIf(name -> name.startsWith("DOCKER_"));
    env.putAll(environment(engine, cwd));
    env.put("PWD", cwd.toString());
    return inProcess(argv.getFirst(), argv.subList(1, argv.size()), env, new byte[0], cwd);
  }

  /** Returns the words that run a shell line where the engine can be reached. */
  static List<String> shell(String line, Reach engine) {
    List<String> argv = new ArrayList<>(engine.prefix());
    argv.addAll(List.of("/bin/sh", "-c", line));
    return argv;
  }

  /** Runs the program, {@code docker} for argv[0], with additional variables and input. */
  Result run(List<String> argv, Map<String, String> env, byte[] stdin, Path cwd)
      throws IOException {
    Process process = start(argv, env, cwd);
    Thread.ofPlatform().daemon().start(() -> write(process, stdin));
    return result(process);
  }

  /** Reads the output of a process and waits for its end. */
  static Result result(Process process) throws IOException {
    CompletableFuture<String> err =
        CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
    CompletableFuture<String> out =
        CompletableFuture.supplyAsync(() -> text(process.getInputStream()));
    int exitCode = exitCode(process);
    return new Result(out.join(), err.join(), exitCode);
  }

  /** Sends a signal, by the shell's own kill: not every machine has a program of that name. */
  static void signal(String name, long pid) throws IOException {
    result(new ProcessBuilder("/bin/sh", "-c", "kill -" + name + " " + pid).start());
  }

  private static void write(Process process, byte[] stdin) {
    try (OutputStream in = process.getOutputStream()) {
      in.write(stdin);
    } catch (IOException e) {
      // the process ended without reading all input
    }
  }

  /** Runs a docker command line: davit in this process, or the binary under test. */
  static Result command(List<String> argv, Map<String, String> env, byte[] stdin, Path cwd)
      throws IOException {
    return isDocker() || isNative()
        ? linked().run(argv, env, stdin, cwd)
        : inProcess(argv.getFirst(), argv.subList(1, argv.size()), env, stdin, cwd);
  }

  /** Runs a docker command line without input, davit in this process with a given clock. */
  static Result command(List<String> argv, Map<String, String> env, Path cwd, InstantSource clock)
      throws IOException {
    byte[] stdin = {};
    return isDocker() || isNative()
        ? linked().run(argv, env, stdin, cwd)
        : inProcess(argv.getFirst(), argv.subList(1, argv.size()), env, stdin, cwd, clock);
  }

  /** Runs davit in this process under a name: fast, for tests without descriptors or signals. */
  static Result inProcess(
      String name, List<String> args, Map<String, String> env, byte[] stdin, Path cwd) {
    return inProcess(name, args, env, stdin, cwd, InstantSource.system());
  }

  private static Result inProcess(
      String name,
      List<String> args,
      Map<String, String> env,
      byte[] stdin,
      Path cwd,
      InstantSource clock) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    ProcessEnvironment app =
        new ProcessEnvironment(
            name,
            name,
            Streams.of(stdin, out, err),
            env,
            new WorkingDirectory(cwd, env.getOrDefault("PWD", "")),
            clock,
            Target::exit);
    int exitCode =
        assertTimeoutPreemptively(
            Duration.ofSeconds(LIMIT_SECONDS),
            () -> Cli.execute(app, CommandTree.ROOT, args),
            () -> "" + args);
    return new Result(out.toString(UTF_8), err.toString(UTF_8), exitCode);
  }

  private static void exit(int code) {
    throw new IllegalStateException("the process would end with exit code " + code);
  }

  /** Starts the program; the caller handles its streams. */
  Process start(List<String> argv, Map<String, String> env, Path cwd) throws IOException {
    List<String> command = new ArrayList<>(argv);
    if (command.getFirst().equals("docker")) {
      command.set(0, links.resolve("docker").toString());
    }
    ProcessBuilder builder = new ProcessBuilder(command).directory(cwd.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("DOCKER_"));
    builder.environment().put("PATH", path());
    builder.environment().putAll(env);
    return builder.start();
  }

  /** Waits for the end of a process, up to a limit. */
  static int exitCode(Process process) throws IOException {
    try {
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        String what = "no end after " + LIMIT_SECONDS + " s: " + process.info();
        process.destroyForcibly();
        throw new IOException(what);
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Removes all containers; only for engines that belong to the tests. */
  void removeAllContainers(Reach engine, Path cwd) throws IOException {
    String ids = runFast("docker ps -aq", engine, cwd).out().strip().replace('\n', ' ');
    if (!ids.isEmpty()) {
      runFast("docker rm -fv " + ids, engine, cwd);
    }
  }

  /** Returns an environment in which {@code docker} is the program, with an empty configuration. */
  Map<String, String> environment(String engine, Path cwd) {
    return environment(Reach.of(engine), cwd);
  }

  /** Returns an environment for any way to reach an engine. */
  Map<String, String> environment(Reach engine, Path cwd) {
    Map<String, String> env = new HashMap<>(engine.env());
    env.put("PATH", links + ":" + engine.path());
    env.put("DOCKER_CONFIG", cwd.toString());
    env.put("TERM", "xterm");
    return env;
  }

  private static String text(InputStream in) {
    try {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
