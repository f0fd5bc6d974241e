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
 * <p>The native binary plays all files, a JVM only some.
 */
@Tag("engine")
@Tag("matrix")
final class SessionTest {
  /** The files that a JVM plays, too; it starts ten times as slowly as the native binary. */
  private static final Set<String> IN_A_JVM =
      Set.of(
          "beyond/gone.txt",
          "beyond/unreadable.txt",
          "create.txt",
          "flags.txt",
          "gone.txt",
          "nonblocking.txt",
          "shorthand.txt",
          "signals.txt");

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
        ? !Target.isSlow() || IN_A_JVM.contains(name(file))
        : Stream.of(only.split(",", -1)).anyMatch(name(file)::contains);
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
