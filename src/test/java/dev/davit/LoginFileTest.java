package dev.davit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.davit.Target.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares the config.json after a login or logout with docker's, to the byte. */
@Tag("commands")
final class LoginFileTest {
  private static final String ANN = "{\n\t\t\t\"auth\": \"YW5uOnNlY3JldA==\"\n\t\t}";

  @TempDir Path folder;

  @Test
  void aNewFileIsItsOwners() throws IOException {
    Path config = folder.resolve("a/b");
    run(config, "{}", "login -u ann -p secret reg.example");
    Path file = config.resolve("config.json");
    assertEquals(
        "{\n\t\"auths\": {\n\t\t\"reg.example\": " + ANN + "\n\t}\n}", Files.readString(file));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(config)));
  }

  @Test
  void otherRegistriesAndKeysStay() throws IOException {
    String before =
        "{\n\t\"auths\": {\n\t\t\"a.example\": "
            + ANN
            + ",\n\t\t\"z.example\": {\n\t\t\t\"auth\": \"dTpw\",\n\t\t\t\"email\": \"e@x\"\n\t\t}\n\t},\n"
            + "\t\"psFormat\": \"table {{.ID}}\"\n}";
    write(before);
    run("{}", "login -u ann -p secret reg.example");
    assertEquals(before.replace("\t\t\"z.", "\t\t\"reg.example\": " + ANN + ",\n\t\t\"z."), read());
    run("{}", "logout reg.example");
    assertEquals(before, read());
    run("{}", "logout nosuch.example");
    assertEquals(before, read());
    run("{}", "logout a.example");
    run("{}", "logout z.example");
    assertEquals("{\n\t\"auths\": {},\n\t\"psFormat\": \"table {{.ID}}\"\n}", read());
  }

  @Test
  void logoutRemovesAllFormsOfTheName() throws IOException {
    write(
        "{\"auths\":{\"reg.example\":{\"auth\":\"dTpw\"},\"https://reg.example\":{\"auth\":\"dTpw\"},"
            + "\"http://reg.example\":{\"auth\":\"dTpw\"},\"https://reg.example/v1/\":{\"auth\":\"dTpw\"}}}");
    run("{}", "logout https://reg.example/v1/");
    assertEquals("{\n\t\"auths\": {}\n}", read());
  }

  @Test
  void logoutFromTheHubRemovesItsTokens() throws IOException {
    write(
        "{\"auths\":{\"https://index.docker.io/v1/\":{\"auth\":\"aHViOnB3\"},"
            + "\"https://index.docker.io/v1/access-token\":{\"auth\":\"YTpi\"},"
            + "\"https://index.docker.io/v1/refresh-token\":{\"auth\":\"YTpiLi5j\"}}}");
    if (!Target.isDocker()) { // docker revokes the token at the Hub, which takes long here
      run("{}", "logout");
      assertEquals("{\n\t\"auths\": {}\n}", read());
    }
  }

  @Test
  void aTokenReplacesThePassword() throws IOException {
    run("{\"IdentityToken\":\"T<1>\"}", "login -u ann -p secret reg.example");
    assertEquals(
        "{\n\t\"auths\": {\n\t\t\"reg.example\": {\n\t\t\t\"auth\": \"YW5uOg==\",\n"
            + "\t\t\t\"identitytoken\": \"T\\u003c1\\u003e\"\n\t\t}\n\t}\n}",
        read());
  }

  @Test
  void ofAHelpersLoginTheFileHasTheName() throws IOException {
    helper("docker-credential-keeper", "cat >/dev/null");
    write("{\n\t\"auths\": {},\n\t\"credsStore\": \"keeper\"\n}");
    run("{}", "login -u ann -p secret reg.example");
    assertEquals(
        "{\n\t\"auths\": {\n\t\t\"reg.example\": {}\n\t},\n\t\"credsStore\": \"keeper\"\n}",
        read());
    run("{}", "logout reg.example");
    assertEquals("{\n\t\"auths\": {},\n\t\"credsStore\": \"keeper\"\n}", read());
  }

  @Test
  void aHelperThatIsInstalledIsUsedAndNamed() throws IOException {
    helper("docker-credential-secretservice", "cat >/dev/null");
    run("{}", "login -u ann -p secret reg.example");
    assertEquals(
        "{\n\t\"auths\": {\n\t\t\"reg.example\": {}\n\t},\n\t\"credsStore\": \"secretservice\"\n}",
        read());
    assertFalse(read().contains("YW5uOnNlY3JldA"));
  }

  /** docker drops keys that it does not know. */
  @Test
  void unknownKeysStay() throws IOException {
    write("{ \"x\": [1,  2], \"auths\": {\"a\": {\"auth\": \"dTpw\", \"y\": 1 }} }");
    if (!Target.isDocker()) {
      run("{}", "login -u ann -p secret reg.example");
      assertEquals(
          "{\n\t\"x\": [1,  2],\n\t\"auths\": {\n\t\t\"a\": {\"auth\": \"dTpw\", \"y\": 1 },\n"
              + "\t\t\"reg.example\": "
              + ANN
              + "\n\t}\n}",
          read());
    }
  }

  private void helper(String name, String script) throws IOException {
    Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }

  private void write(String json) throws IOException {
    Files.writeString(folder.resolve("config.json"), json);
  }

  private String read() throws IOException {
    return Files.readString(folder.resolve("config.json"));
  }

  private void run(String answer, String words) throws IOException {
    run(folder, answer, words);
  }

  /** Runs a command whose login the engine accepts. */
  private void run(Path config, String answer, String words) throws IOException {
    try (FakeEngine engine = FakeEngine.onUnix().usually("POST /auth", "200 " + answer)) {
      Map<String, String> env = new HashMap<>();
      env.put("DOCKER_HOST", engine.address());
      env.put("DOCKER_CONFIG", config.toString());
      env.put("PATH", folder + ":/bin");
      List<String> argv = List.of(("docker " + words).split(" ", -1));
      Result result = Target.command(argv, env, new byte[0], folder);
      assertEquals(0, result.exitCode(), result::toString);
    }
  }
}
