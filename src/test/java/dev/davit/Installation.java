package dev.davit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.Target.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** A copy of target/dist, including file times, that a test may modify. */
final class Installation {
  final Path root;
  final Path lib;

  private Installation(Path root) {
    this.root = root;
    this.lib = root.resolve("lib/davit");
  }

  static Installation at(Path root) throws IOException {
    Path dist = Path.of("target/dist");
    try (Stream<Path> files = Files.walk(dist)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.copy(file, root.resolve(dist.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    return new Installation(root);
  }

  Path davit() {
    return root.resolve("bin/davit");
  }

  Path jar() throws IOException {
    return only("jar");
  }

  Path cache() throws IOException {
    return only("aot");
  }

  private Path only(String extension) throws IOException {
    try (Stream<Path> files = Files.list(lib)) {
      return files
          .filter(file -> file.toString().endsWith("." + extension))
          .findFirst()
          .orElseThrow();
    }
  }

  Path jdk() throws IOException {
    return Path.of(Files.readString(lib.resolve("jdk")).strip());
  }

  Installation movedTo(Path other) throws IOException {
    return new Installation(Files.move(root, other));
  }

  /** Sets another JDK, with the file time that the launcher recorded in training. */
  void useJdk(Path home) throws IOException {
    Path jdk = lib.resolve("jdk");
    Files.writeString(jdk, home + "\n");
    Path modules = home.resolve("lib/modules");
    if (Files.exists(modules)) {
      Files.setLastModifiedTime(jdk, Files.getLastModifiedTime(modules));
    }
  }

  /** Makes java log the loaded classes and their sources to a file. */
  Path logClasses() throws IOException {
    Path log = root.resolve("classes.log");
    Path args = lib.resolve("java.args");
    Files.writeString(args, Files.readString(args) + "-Xlog:class+load:file=" + log + "\n");
    return log;
  }

  /** Runs a shell line in the installation directory. */
  Result sh(String line) throws IOException {
    Path out = Files.createTempFile(root, "out", "");
    Path err = Files.createTempFile(root, "err", "");
    Process process =
        new ProcessBuilder(List.of("/bin/sh", "-c", line))
            .directory(root.toFile())
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    try {
      int exitCode = process.waitFor();
      return new Result(Files.readString(out, UTF_8), Files.readString(err, UTF_8), exitCode);
    } catch (InterruptedException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }
}
