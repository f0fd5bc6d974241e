package dev.davit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The program that behaviour tests run as {@code docker}: the built davit, or with {@code
 * -Dtarget=docker} the reference, which shows whether an expectation is right.
 */
final class Target {
  private static final long LIMIT_SECONDS = 120;

  private final Path links;

  private Target(Path links) {
    this.links = links;
  }

  /** What a command printed, and its exit code. */
  record Result(String out, String err, int exitCode) {}

  /** Puts the program into a folder of its own, under the name docker. */
  static Target linked() throws IOException {
    Path folder = Files.createDirectories(Path.of("target/links")).toAbsolutePath();
    Path link = folder.resolve("docker");
    Files.deleteIfExists(link);
    Files.createSymbolicLink(link, binary());
    return new Target(folder);
  }

  static boolean isDocker() {
    return System.getProperty("target", "davit").equals("docker");
  }

  private static Path binary() {
    if (!isDocker()) {
      return Path.of("target/dist/bin/davit").toAbsolutePath();
    }
    for (String folder : System.getenv("PATH").split(":", -1)) {
      Path docker = Path.of(folder, "docker");
      if (Files.isExecutable(docker)) {
        return docker;
      }
    }
    throw new IllegalStateException("no docker on PATH");
  }

  /** Runs a shell line in which {@code docker} is the program, against an engine. */
  Result run(String line, String engine, Path cwd) throws IOException {
    return result(start(line, engine, cwd), line);
  }

  /** Starts a shell line, to be waited for by {@link #result}. */
  Process start(String line, String engine, Path cwd) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(List.of("/bin/sh", "-c", line)).directory(cwd.toFile());
    builder.environment().put("PATH", links + ":" + System.getenv("PATH"));
    builder.environment().put("DOCKER_HOST", engine);
    builder.environment().put("DOCKER_CONFIG", cwd.toString());
    builder.redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")));
    return builder.start();
  }

  static Result result(Process process, String line) throws IOException {
    CompletableFuture<String> err =
        CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
    CompletableFuture<String> out =
        CompletableFuture.supplyAsync(() -> text(process.getInputStream()));
    try {
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException("no end after " + LIMIT_SECONDS + " s: " + line);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return new Result(out.join(), err.join(), process.exitValue());
  }

  private static String text(InputStream in) {
    try {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
