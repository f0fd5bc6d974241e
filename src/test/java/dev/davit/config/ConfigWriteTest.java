package dev.davit.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Checks that setting a key keeps the other content of config.json, its directory and its links.
 */
final class ConfigWriteTest {
  @TempDir Path temp;

  @Test
  void aNewFileIsItsOwners() throws IOException {
    Path folder = temp.resolve("a/b");
    ConfigFile.load(folder).setCurrentContext("x");
    Path file = folder.resolve("config.json");
    assertEquals("{\n\t\"auths\": {},\n\t\"currentContext\": \"x\"\n}", Files.readString(file));
    assertEquals("rw-------", mode(file));
    assertEquals("rwx------", mode(folder));
    assertEquals(List.of("config.json"), names(folder));
  }

  @Test
  void allElseStaysWhereAndAsItIs() throws IOException {
    String before =
        "{\"z\": [1, 2.50,1e3] , \"CurrentContext\":\"old\",\n \"a\":{\"b\\u00e9\": \"<\", \"n\":null},\"ü\":true}";
    assertEquals(
        "{\n\t\"z\": [1, 2.50,1e3],\n\t\"CurrentContext\": \"new \\u003c\",\n"
            + "\t\"a\": {\"b\\u00e9\": \"<\", \"n\":null},\n\t\"ü\": true\n}",
        rewritten(before, "new <"));
    assertEquals(
        "{\n\t\"z\": [1, 2.50,1e3],\n\t\"a\": {\"b\\u00e9\": \"<\", \"n\":null},\n\t\"ü\": true\n}",
        rewritten(before, ""));
  }

  @Test
  void whatDockerWroteKeepsItsForm() throws IOException {
    String docker = "{\n\t\"auths\": {\n\t\t\"a\": {\n\t\t\t\"auth\": \"YTpi\"\n\t\t}\n\t}\n}";
    assertEquals(
        docker.substring(0, docker.length() - 2) + ",\n\t\"currentContext\": \"x\"\n}",
        rewritten(docker, "x"));
  }

  @Test
  void ofAKeyThatStandsTwiceOneIsLeft() throws IOException {
    assertEquals(
        "{\n\t\"currentContext\": \"x\"\n}",
        rewritten("{\"currentContext\":\"a\",\"currentcontext\":\"b\"}", "x"));
  }

  @Test
  void anUnchangedConfigurationIsNotWritten() throws IOException {
    assertEquals("{ }", rewritten("{ }", ""));
    assertEquals(
        "{ \"currentContext\" : \"x\" }", rewritten("{ \"currentContext\" : \"x\" }", "x"));
  }

  @Test
  void aBrokenFileIsLeftAlone() throws IOException {
    Path file = temp.resolve("config.json");
    for (String text : List.of("{\"a\":", "[]", "{} {}")) {
      Files.writeString(file, text);
      ConfigFile config = ConfigFile.load(temp);
      assertThrows(IOException.class, () -> config.setCurrentContext("x"));
      assertEquals(text, Files.readString(file));
    }
    assertEquals(List.of("config.json"), names(temp));
  }

  @Test
  void modeAndLinksStay() throws IOException {
    Path target = Files.createDirectory(temp.resolve("elsewhere")).resolve("real.json");
    Files.writeString(target, "{}");
    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-r--rw-"));
    Path folder = Files.createDirectory(temp.resolve("config"));
    Path link = folder.resolve("config.json");
    Files.createSymbolicLink(folder.resolve("middle"), Path.of("../elsewhere/real.json"));
    Files.createSymbolicLink(link, Path.of("middle"));
    ConfigFile.load(folder).setCurrentContext("x");
    assertEquals(Path.of("middle"), Files.readSymbolicLink(link));
    assertEquals("rw-r--rw-", mode(target));
    assertEquals("{\n\t\"currentContext\": \"x\"\n}", Files.readString(target));
    assertEquals(List.of("real.json"), names(temp.resolve("elsewhere")));

    Files.delete(target);
    ConfigFile.load(folder).setCurrentContext("y");
    assertEquals(Path.of("middle"), Files.readSymbolicLink(link));
    assertEquals("rw-------", mode(target));
  }

  /** docker creates a file in the place of the directory, and then fails to read it. */
  @Test
  void aLinkIntoAMissingDirectoryCreatesIt() throws IOException {
    Path folder = Files.createDirectory(temp.resolve("config"));
    Path link = folder.resolve("config.json");
    List<String> targets =
        List.of("../a/b/config.json", temp + "/c/d/other.json", "e/config.json", "middle");
    Files.createSymbolicLink(folder.resolve("middle"), Path.of("near"));
    Files.createSymbolicLink(folder.resolve("near"), temp.resolve("f/g/config.json"));
    for (String target : targets) {
      Files.createSymbolicLink(link, Path.of(target));
      ConfigFile.load(folder).setCurrentContext("x");
      assertEquals(Path.of(target), Files.readSymbolicLink(link));
      Path file = link.toRealPath();
      assertEquals("rw-------", mode(file));
      assertEquals("rwx------", mode(file.resolveSibling("")));
      assertEquals(List.of(file.getFileName().toString()), names(file.resolveSibling("")));
      assertEquals("x", ConfigFile.load(folder).currentContext().orElse(""));
      ConfigFile.load(folder).setCurrentContext("");
      assertEquals("", ConfigFile.load(folder).currentContext().orElse(""));
      Files.delete(link);
    }
    assertEquals("rwx------", mode(temp.resolve("a")));
  }

  @Test
  void aLinkBelowAFileChangesNothing() throws IOException {
    Path folder = Files.createDirectory(temp.resolve("config"));
    Files.writeString(temp.resolve("file"), "content");
    Files.createSymbolicLink(folder.resolve("config.json"), Path.of("../file/config.json"));
    ConfigFile config = ConfigFile.load(folder);
    assertThrows(IOException.class, () -> config.setCurrentContext("x"));
    assertEquals("content", Files.readString(temp.resolve("file")));
    assertEquals(List.of("config.json"), names(folder));
  }

  @Test
  void credentialsOfABrokenFileAreLeftAlone() throws IOException {
    Path file = temp.resolve("config.json");
    Credentials login = new Credentials("u", "p", "", "a", "", "");
    for (String text : List.of("{\"a\":", "[]", "{} {}")) {
      Files.writeString(file, text);
      ConfigFile config = ConfigFile.load(temp);
      assertThrows(IOException.class, () -> config.setCredentials(login, ""));
      assertThrows(IOException.class, () -> config.removeCredentials("a"));
      assertEquals(text, Files.readString(file));
    }
  }

  @Test
  void keysOfCredentialsMatchInAnyCaseAndAreMerged() throws IOException {
    Path file = temp.resolve("config.json");
    Files.writeString(
        file, "{\"Auths\":{\"a\":{\"auth\": \"eDp5\"}},\"AUTHS\":{\"c\":{}},\"x\":null}");
    ConfigFile.load(temp).setCredentials(new Credentials("u", "p", "e", "b", "", "r"), "");
    assertEquals(
        """
        {
        \t"Auths": {
        \t\t"a": {"auth": "eDp5"},
        \t\t"b": {
        \t\t\t"auth": "dTpw",
        \t\t\t"email": "e",
        \t\t\t"registrytoken": "r"
        \t\t},
        \t\t"c": {}
        \t},
        \t"x": null
        }""",
        Files.readString(file));
    ConfigFile.load(temp).removeCredentials("a");
    ConfigFile.load(temp).removeCredentials("c");
    ConfigFile.load(temp).removeCredentials("b");
    assertEquals("{\n\t\"Auths\": {},\n\t\"x\": null\n}", Files.readString(file));
  }

  private String rewritten(String before, String context) throws IOException {
    Path file = Files.writeString(temp.resolve("config.json"), before);
    ConfigFile.load(temp).setCurrentContext(context);
    return Files.readString(file);
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
