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
 * Plays the files of {@link SessionScript} on a real engine. They are recorded from docker, except
 * for those in {@code beyond}, which test features that docker lacks or behaviour that docker gets
 * wrong.
 *
 * <p>{@code -Dtarget=docker -Drecord=true} records the files; without docker, those of {@code
 * beyond} as well. {@code -Dfile=NAME} plays only files whose name contains NAME, or one of
 * NAME,NAME.
 *
 * <p>The native binary plays the files about the process itself: streams, signals, files and exit
 * codes. Tests without an engine compare its other output.
 */
@Tag("engine")
@Tag("matrix")
final class SessionTest {
  /** Files with so many processes that only the native binary, which starts faster, plays them. */
  private static final Set<String> ONLY_NATIVELY =
      Set.of(
          "beyond/build-context.txt",
          "beyond/closed-pipe.txt",
          "beyond/data.txt",
          "beyond/removing.txt",
          "beyond/sparse.txt",
          "beyond/streams.txt",
          "build.txt",
          "cp.txt",
          "denied.txt",
          "ends.txt",
          "everyday.txt",
          "exit-codes.txt",
          "image-archives.txt",
          "reach.txt",
          "removed-directory.txt",
          "versions.txt",
          "working-directory.txt");

  /** Files about the process itself, in which a JVM and the native binary may differ. */
  private static final Set<String> EVERYWHERE =
      Set.of(
          "beyond/gone.txt", "beyond/unreadable.txt", "gone.txt", "nonblocking.txt", "signals.txt");

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
        ? isPlayedBy(name(file))
        : Stream.of(only.split(",", -1)).anyMatch(name(file)::contains);
  }

  private static boolean isPlayedBy(String name) {
    if (Target.isDocker()) {
      return true;
    }
    return Target.isNative()
        ? ONLY_NATIVELY.contains(name) || EVERYWHERE.contains(name)
        : !ONLY_NATIVELY.contains(name);
  }

  private static String name(Path file) {
    return SessionScript.FOLDER.relativize(file).toString();
  }

  /** Returns the file of a name. */
  static Path file(String name) {
    return SessionScript.FOLDER.resolve(name + ".txt");
  }

  private void play(Path file) throws IOException {
    SessionScript.play(file, Reach.of(Reach.privateEngine()), folder);
  }
}
