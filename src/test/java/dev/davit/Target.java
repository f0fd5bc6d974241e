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

/**
 * The program that behaviour tests run as {@code docker}: the built davit, with {@code
 * -Dtarget=native} the native one, or with {@code -Dtarget=docker} the reference, which shows
 * whether an expectation is right.
 */
final class Target {
  private static final long LIMIT_SECONDS = 120;

  /** A word of a shell line that the shell only takes out of its quotes. */
  private static final Pattern WORD =
      Pattern.compile("(?:[\\w./:=,@%+-]|'[^'\"]*'|\"[^'\"\\\\$`]*\")+");

  private static final Pattern SIMPLE = Pattern.compile("docker( " + WORD + ")*");

  private final Path links;

  private Target(Path links) {
    this.links = links;
  }

  /** What a command printed, and its exit code. */
  record Result(String out, String err, int exitCode) {}

  /** Puts the program into a folder of its own, under the name docker. */
  static Target linked() throws IOException {
    Path folder =
        Files.createDirectories(Path.of("target/links", System.getProperty("fork", "1")))
            .toAbsolutePath();
    Path link = folder.resolve("docker");
    Files.deleteIfExists(link);
    Files.createSymbolicLink(link, binary());
    return new Target(folder);
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

  /** A docker client, of whatever version. */
  static Optional<Path> docker() {
    return Arrays.stream(System.getenv("PATH").split(":", -1))
        .map(folder -> Path.of(folder, "docker"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Runs a shell line in which {@code docker} is the program, against an engine. */
  Result run(String line, String engine, Path cwd) throws IOException {
    return run(line, Reach.of(engine), cwd);
  }

  /** The same where the engine can be reached. */
  Result run(String line, Reach engine, Path cwd) throws IOException {
    return run(shell(line, engine), environment(engine, cwd), new byte[0], cwd);
  }

  /**
   * The same, but davit is run in this process where the line is its command line and nothing else:
   * a tenth of the time, if it is to start on a JVM.
   */
  Result runFast(String line, Reach engine, Path cwd) throws IOException {
    boolean simple =
        engine.prefix().isEmpty()
            && SIMPLE.matcher(line).matches()
            // its path starts from the directory of the process
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

  /** The words that run a shell line where the engine can be reached. */
  static List<String> shell(String line, Reach engine) {
    List<String> argv = new ArrayList<>(engine.prefix());
    argv.addAll(List.of("/bin/sh", "-c", line));
    return argv;
  }

  /** Runs the program, {@code docker} for argv[0], with variables added and some input. */
  Result run(List<String> argv, Map<String, String> env, byte[] stdin, Path cwd)
      throws IOException {
    Process process = start(argv, env, cwd);
    Thread.ofPlatform().daemon().start(() -> write(process, stdin));
    return result(process);
  }

  /** Reads what a started process prints, and waits for its end. */
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
      // it ended without reading all of its input
    }
  }

  /** Runs a command line of docker's: davit in this process, or the binary that is the target. */
  static Result command(List<String> argv, Map<String, String> env, byte[] stdin, Path cwd)
      throws IOException {
    return isDocker() || isNative()
        ? linked().run(argv, env, stdin, cwd)
        : inProcess(argv.getFirst(), argv.subList(1, argv.size()), env, stdin, cwd);
  }

  /** Runs a command line of docker's without input: davit in this process and by a clock. */
  static Result command(List<String> argv, Map<String, String> env, Path cwd, InstantSource clock)
      throws IOException {
    byte[] stdin = {};
    return isDocker() || isNative()
        ? linked().run(argv, env, stdin, cwd)
        : inProcess(argv.getFirst(), argv.subList(1, argv.size()), env, stdin, cwd, clock);
  }

  /** Runs davit in this process, under a name: fast, for what needs no descriptors or signals. */
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
    builder.environment().put("PATH", links + ":" + System.getenv("PATH"));
    builder.environment().putAll(env);
    return builder.start();
  }

  /** Waits for the end of a process, within a limit. */
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

  /** Removes what an earlier run may have left; the engine is the tests' own. */
  void removeAllContainers(Reach engine, Path cwd) throws IOException {
    String ids = runFast("docker ps -aq", engine, cwd).out().strip().replace('\n', ' ');
    if (!ids.isEmpty()) {
      runFast("docker rm -fv " + ids, engine, cwd);
    }
  }

  /** What makes {@code docker} the program, talking to an engine with an empty configuration. */
  Map<String, String> environment(String engine, Path cwd) {
    return environment(Reach.of(engine), cwd);
  }

  /** The same by any way. */
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
