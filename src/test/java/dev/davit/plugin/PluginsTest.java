package dev.davit.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.davit.config.ConfigFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the cache of metadata; the transcripts compare all else with docker. */
final class PluginsTest {
  @TempDir Path folder;
  private Path cache;
  private Map<String, String> env;

  @BeforeEach
  void create() throws IOException {
    cache = folder.resolve("home/.cache/davit/plugins.json");
    env = Map.of("HOME", folder.resolve("home").toString(), "PATH", "/usr/bin:/bin");
    write("one", "1.0");
  }

  /** Writes a plugin that appends a line to the file {@code asked} for each request. */
  private Path write(String name, String version) throws IOException {
    Path file = folder.resolve("cli-plugins/docker-" + name);
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        "#!/bin/sh\necho "
            + name
            + " >>"
            + folder.resolve("asked")
            + "\necho '{\"SchemaVersion\":\"0.1.0\",\"Vendor\":\"V\",\"Version\":\""
            + version
            + "\"}'\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    return file;
  }

  private Plugins plugins() {
    return new Plugins(ConfigFile.load(folder), env, name -> "");
  }

  private List<String> asked() throws IOException {
    Path file = folder.resolve("asked");
    return Files.exists(file) ? Files.readAllLines(file).stream().sorted().toList() : List.of();
  }

  private String version(String name) {
    return plugins().find(name).orElseThrow().version();
  }

  @Test
  void aPluginIsAskedOnce() throws IOException {
    assertEquals("1.0", version("one"));
    assertEquals("1.0", version("one"));
    assertEquals("1.0", plugins().list().getFirst().version());
    assertEquals(List.of("one"), asked());
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(cache)));
  }

  @Test
  void aChangedPluginIsAskedAgain() throws IOException {
    assertEquals("1.0", version("one"));
    Path file = write("one", "2.0");
    Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
    assertEquals("2.0", version("one"));
    write("one", "10.0");
    Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
    assertEquals("10.0", version("one"));
    assertEquals(List.of("one", "one", "one"), asked());
  }

  @Test
  void allPluginsAreKept() throws IOException {
    Path gone = write("gone", "3.0");
    write("two", "2.0");
    plugins().list();
    Files.delete(gone);
    write("three", "3.0");
    assertEquals(3, plugins().list().size());
    assertEquals(List.of("gone", "one", "three", "two"), asked());
    assertFalse(Files.readString(cache).contains("docker-gone"));
  }

  @Test
  void invalidPluginsAreAskedEachTime() throws IOException {
    write("bad", "\"");
    assertFalse(plugins().get("bad").orElseThrow().isValid());
    assertFalse(plugins().get("bad").orElseThrow().isValid());
    assertEquals(List.of("bad", "bad"), asked());
  }

  @Test
  void aDamagedCacheIsReplaced() throws IOException {
    for (String damage : List.of("", "{", "[]", "{\"x\":1,\"y\":[1,2],\"z\":[\"a\"]}")) {
      Files.createDirectories(cache.getParent());
      Files.writeString(cache, damage);
      assertEquals("1.0", version("one"));
      assertTrue(Files.readString(cache).contains("docker-one"), damage);
    }
  }

  @Test
  void aCacheThatCannotBeWrittenIsNoError() throws IOException {
    Files.createDirectories(folder.resolve("home"));
    Files.writeString(folder.resolve("home/.cache"), "not a directory");
    assertEquals("1.0", version("one"));
    assertEquals(List.of("one"), asked());
  }

  @Test
  void withoutAHomeThereIsNoCache() throws IOException {
    for (Map<String, String> without :
        List.of(Map.<String, String>of(), Map.of("HOME", "relative"), Map.of("HOME", ""))) {
      env = without;
      assertEquals("1.0", version("one"));
    }
    assertEquals(List.of("one", "one", "one"), asked());
  }

  @Test
  void theDirectoryForCachesCanBeNamed() throws IOException {
    env = Map.of("XDG_CACHE_HOME", folder.resolve("caches").toString(), "HOME", "/nowhere");
    assertEquals("1.0", version("one"));
    assertTrue(Files.exists(folder.resolve("caches/davit/plugins.json")));
  }

  @Test
  void aProgramWithoutInterpreterIsRefused() throws IOException {
    Path file = write("text", "1");
    Files.writeString(file, "echo\n");
    assertEquals(
        "failed to fetch metadata: fork/exec " + file + ": exec format error",
        plugins().get("text").orElseThrow().problem());
    Files.writeString(file, "");
    assertEquals(
        "failed to fetch metadata: fork/exec " + file + ": exec format error",
        plugins().get("text").orElseThrow().problem());
  }
}
