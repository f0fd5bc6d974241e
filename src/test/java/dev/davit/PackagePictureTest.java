package dev.davit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** CONTRIBUTING.md shows the packages as they are; with {@code -Drecord=true} it is written. */
final class PackagePictureTest {
  private static final Path FILE = Path.of("CONTRIBUTING.md");

  @Test
  void isUpToDate() throws IOException {
    String text = Files.readString(FILE);
    String drawn = PackagePicture.in(text);
    if (Boolean.getBoolean("record")) {
      Files.writeString(FILE, drawn);
    }
    assertEquals(drawn, Files.readString(FILE), "run: make docs");
  }
}
