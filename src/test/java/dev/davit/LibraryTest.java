package dev.davit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.davit.Target.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The engine package as `make library` packs it: its Javadoc is fine, and an example needs nothing
 * else of davit.
 */
@Tag("dist")
final class LibraryTest {
  private static final String EXAMPLE = "src/test/java/dev/davit/example/RunAndCopy.java";

  /** What its POM names, and what that brings along. */
  private static final List<String> LIBRARIES =
      List.of(
          "okhttp-jvm",
          "okio-jvm",
          "kotlin-stdlib",
          "jackson-core",
          "jackson-annotations",
          "jackson-databind",
          "junixsocket-common",
          "jspecify");

  @TempDir Path folder;

  @Test
  void runsTheExample() throws IOException {
    assertEquals(0, run("src/dev/library", "--built").exitCode());
    String classPath = classPath();
    assertEquals(
        new Result("", "", 0), run(java("javac"), "-d", "" + folder, "-cp", classPath, EXAMPLE));
    assertEquals(
        new Result("hello\nexit code 3\ngreeting is in a tar of 2048 bytes\n", "", 0),
        run(
            java("java"),
            "-cp",
            folder + ":" + classPath,
            "dev.davit.example.RunAndCopy",
            Reach.privateEngine(),
            "busybox"));
  }

  private static String classPath() throws IOException {
    List<Path> jars = new ArrayList<>(jars(Path.of("target/library"), "davit-engine"));
    jars.removeIf(jar -> jar.toString().matches(".*-(sources|javadoc)\\.jar"));
    for (String library : LIBRARIES) {
      jars.addAll(jars(Path.of("target/libraries"), library));
    }
    return String.join(":", jars.stream().map(Path::toString).toList());
  }

  private static List<Path> jars(Path folder, String name) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches(name + "-[0-9].*\\.jar"))
          .toList();
    }
  }

  private static String java(String program) {
    return Path.of(System.getProperty("java.home"), "bin", program).toString();
  }

  private static Result run(String... command) throws IOException {
    return Target.result(new ProcessBuilder(command).start());
  }
}
