package dev.davit.protect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProtectionConfigTest {
  private static final String RULES = "{\"protect\":{\"names\":[\"db\"]}}";

  @TempDir Path home;

  @Test
  void readsTheFileOfTheHomeDirectory() throws IOException {
    write(home.resolve(".config"), RULES);
    assertEquals(List.of("db"), ProtectionConfig.load(env("")).names());
    assertEquals(List.of("db"), ProtectionConfig.load(env("relative")).names());
  }

  @Test
  void prefersTheDirectoryOfTheEnvironment() throws IOException {
    write(home.resolve(".config"), "{}");
    write(home.resolve("xdg"), RULES);
    assertEquals(List.of("db"), ProtectionConfig.load(env(home.resolve("xdg").toString())).names());
  }

  @Test
  void protectsNothingWithoutAFile() throws IOException {
    assertEquals(ProtectionRules.NONE, ProtectionConfig.load(env("")));
    Files.writeString(home.resolve("file"), "");
    Map<String, String> belowAFile = Map.of("HOME", home.resolve("file").toString());
    assertEquals(ProtectionRules.NONE, ProtectionConfig.load(belowAFile));
  }

  @Test
  void failsForAFileThatCannotBeRead() throws IOException {
    Path file = home.resolve(".config/davit/config.json");
    Files.createDirectories(file);
    assertEquals(
        "cannot read protection rules: read " + file + ": is a directory",
        assertThrows(IllegalArgumentException.class, () -> ProtectionConfig.load(env("")))
            .getMessage());
  }

  private Map<String, String> env(String xdg) {
    return Map.of("HOME", home.toString(), "XDG_CONFIG_HOME", xdg);
  }

  private static void write(Path directory, String json) throws IOException {
    Path file = directory.resolve("davit/config.json");
    Files.createDirectories(file.getParent());
    Files.writeString(file, json);
  }
}
