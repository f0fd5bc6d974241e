package dev.davit.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFileTest {
  @TempDir Path temp;

  @Test
  void readsWhatCommandsAskFor() throws IOException {
    ConfigFile config =
        load(
            """
            {"psFormat": "p", "statsFormat": "s", "detachKeys": "ctrl-x", "currentContext": "",
             "credsStore": "pass", "credHelpers": {"gcr.io": "gcloud"},
             "HttpHeaders": {"X": "y"}, "pruneFilters": ["until=1h", null],
             "auths": {"a": {"auth": "dTpwOnc="}, "b": {"identitytoken": "t"},
                       "c": {"username": "u", "password": "p", "registrytoken": "r"}}}
            """);
    assertEquals(List.of(), config.warnings());
    assertEquals(Optional.of("p"), config.format("ps"));
    assertEquals(Optional.of("s"), config.format("stats"));
    assertEquals(Optional.empty(), config.format("images"));
    assertEquals(Optional.of("ctrl-x"), config.detachKeys());
    assertEquals(Optional.empty(), config.currentContext());
    assertEquals(Optional.of("pass"), config.credentialStore());
    assertEquals(Map.of("gcr.io", "gcloud"), config.credentialHelpers());
    assertEquals(Map.of("X", "y"), config.httpHeaders());
    assertEquals(List.of("until=1h", ""), config.pruneFilters());
    assertEquals(
        Map.of(
            "a", new Credentials("u", "p:w", "", "a", "", ""),
            "b", new Credentials("", "", "", "b", "t", ""),
            "c", new Credentials("u", "p", "", "c", "", "r")),
        config.credentials());
  }

  @Test
  void aControlCharacterIsNamedByItsCode() throws IOException {
    assertEquals(
        List.of(
            "WARNING: Error parsing config file ("
                + temp.resolve("config.json")
                + "): invalid character '\\x01' in string literal"),
        load("{\"a\":\"\1\"}").warnings());
  }

  @Test
  void endlessNestingIsRefused() throws IOException {
    String problem = load("{\"a\":" + "[".repeat(100_000)).warnings().getFirst();
    assertEquals("exceeded max depth", problem.substring(problem.lastIndexOf(": ") + 2));
  }

  @Test
  void aDirectoryInPlaceOfTheFileOnlyWarns() throws IOException {
    Path file = temp.resolve("config.json");
    Files.createDirectory(file);
    assertEquals(
        List.of(
            "WARNING: Error parsing config file (" + file + "): read " + file + ": is a directory"),
        ConfigFile.load(temp).warnings());
  }

  @Test
  void aMissingFileNeedsNoJson() throws ReflectiveOperationException, IOException {
    URL classes = ConfigFile.class.getProtectionDomain().getCodeSource().getLocation();
    ClassLoader platform = ClassLoader.getPlatformClassLoader();
    try (URLClassLoader withoutJackson = new URLClassLoader(new URL[] {classes}, platform)) {
      Class<?> config = Class.forName("dev.davit.config.ConfigFile", true, withoutJackson);
      assertNotNull(config.getMethod("load", Path.class).invoke(null, temp));
    }
  }

  private ConfigFile load(String json) throws IOException {
    return new ConfigDirectory(temp).config(json);
  }
}
