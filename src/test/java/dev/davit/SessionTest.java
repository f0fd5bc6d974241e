package dev.davit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The files of {@link SessionScript} on a real engine, recorded from docker. In the folder {@code
 * beyond} stands what docker has not, or gets wrong; it is not played with docker.
 *
 * <p>{@code -Dtarget=docker -Drecord=true} writes the files anew, without docker those of {@code
 * beyond} too; {@code -Dfile=NAME} plays only those whose name has this in it.
 *
 * <p>The native binary plays those in which a process matters: its streams, signals, files and exit
 * codes. What it prints of the others is compared by tests that need no engine.
 */
@Tag("engine")
@Tag("matrix")
final class SessionTest {
  private static final Set<String> NATIVELY =
      Set.of(
          "beyond/data.txt",
          "beyond/gone.txt",
          "beyond/streams.txt",
          "beyond/unreadable.txt",
          "cp.txt",
          "denied.txt",
          "ends.txt",
          "everyday.txt",
          "exit-codes.txt",
          "nonblocking.txt",
          "reach.txt",
          "signals.txt",
          "working-directory.txt");

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> sessions() throws IOException {
    try (Stream<Path> files =
        Files.find(
            SessionScript.FOLDER, Target.isDocker() ? 1 : 2, (file, is) -> is.isRegularFile())) {
      return files.sorted().filter(SessionTest::isPlayed).toList().stream()
          .map(file -> DynamicTest.dynamicTest(name(file), () -> play(file)));
    }
  }

  private static boolean isPlayed(Path file) {
    String only = System.getProperty("file", "");
    return only.isEmpty()
        ? !Target.isNative() || NATIVELY.contains(name(file))
        : name(file).contains(only);
  }

  private static String name(Path file) {
    return SessionScript.FOLDER.relativize(file).toString();
  }

  /** The file of a name. */
  static Path file(String name) {
    return SessionScript.FOLDER.resolve(name + ".txt");
  }

  private void play(Path file) throws IOException {
    SessionScript.play(file, Reach.of(Reach.privateEngine()), folder);
  }
}
