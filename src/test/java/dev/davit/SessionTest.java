package dev.davit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
 */
@Tag("engine")
@Tag("matrix")
final class SessionTest {
  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> sessions() throws IOException {
    try (Stream<Path> files =
        Files.find(
            SessionScript.FOLDER, Target.isDocker() ? 1 : 2, (file, is) -> is.isRegularFile())) {
      String only = System.getProperty("file", "");
      return files.sorted().filter(file -> file.toString().contains(only)).toList().stream()
          .map(
              file ->
                  DynamicTest.dynamicTest(
                      SessionScript.FOLDER.relativize(file).toString(), () -> play(file)));
    }
  }

  /** The file of a name. */
  static Path file(String name) {
    return SessionScript.FOLDER.resolve(name + ".txt");
  }

  private void play(Path file) throws IOException {
    SessionScript.play(file, Reach.of(Reach.privateEngine()), folder);
  }
}
