package dev.davit.credentials;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.davit.config.ConfigFile;
import dev.davit.config.Credentials;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests reading all credentials, as for --use-api-socket, and that messages do not reveal secrets.
 */
final class CredentialStoreTest {
  private static final String KEEPER =
      """
      read -r server
      echo "$1 $server" >&2
      case $1 in
        list) echo '{"b.example":"x","a.example":"y"}' ;;
        get) echo '{"Username":"u-'$server'","Secret":"s"}' ;;
      esac
      """;

  @TempDir Path temp;
  private final ByteArrayOutputStream messages = new ByteArrayOutputStream();

  @Test
  void aProgramForAllTakesThePlaceOfTheFile() throws IOException {
    program("keeper", KEEPER);
    assertEquals(
        Map.of(
            "a.example",
                "{\"username\":\"u-a.example\",\"password\":\"s\",\"email\":\"e\",\"serveraddress\":\"a.example\"}",
            "b.example",
                "{\"username\":\"u-b.example\",\"password\":\"s\",\"serveraddress\":\"b.example\"}"),
        all(
            "{\"credsStore\":\"keeper\",\"auths\":{\"a.example\":{\"email\":\"e\"},"
                + "\"c.example\":{\"auth\":\"dTpw\"}}}"));
    assertEquals("list unused\nget b.example\nget a.example\n", messages.toString(UTF_8));
  }

  @Test
  void aProgramForOneRegistryThatFailsDoesNoHarm() throws IOException {
    program("keeper", KEEPER);
    assertEquals(
        Map.of(
            "a.example",
                "{\"username\":\"u-a.example\",\"password\":\"s\",\"serveraddress\":\"a.example\"}",
            "c.example", "{\"username\":\"u\",\"password\":\"p\",\"serveraddress\":\"c.example\"}"),
        all(
            "{\"credHelpers\":{\"a.example\":\"keeper\",\"d.example\":\"gone\"},"
                + "\"auths\":{\"c.example\":{\"auth\":\"dTpw\"}}}"));
    assertEquals(
        "get a.example\nWARNING: Failed to get credentials for registry: d.example: error getting"
            + " credentials - err: exec: \"docker-credential-gone\": executable file not found in"
            + " $PATH, out: ``\n",
        messages.toString(UTF_8));
  }

  @Test
  void aFailingCredentialStoreIsReported() throws IOException {
    program("broken", "echo no keys; exit 2");
    assertEquals(
        "error listing credentials - err: exit status 2, out: `no keys`",
        refusal("{\"credsStore\":\"broken\"}"));
    program("large", "exec tr '\\0' x < /dev/zero");
    assertEquals(
        "docker-credential-large: response is too large", refusal("{\"credsStore\":\"large\"}"));
  }

  @Test
  void noSecretIsPrinted() throws IOException {
    program("torn", "echo '{\"Username\":\"u\",\"Secret\":\"hush\"}'; exit 1");
    String said = refusal("{\"credsStore\":\"torn\"}");
    assertFalse(said.contains("hush"), said);
    CredentialStore store = store("{\"credsStore\":\"torn\"}");
    Credentials login = new Credentials("u", "hush", "", "a.example", "", "");
    String failure = assertThrows(IOException.class, () -> store.store(login)).toString();
    assertFalse(failure.contains("hush"), failure);
    Credentials credentials = new Credentials("u", "hush", "", "a.example", "hush", "hush");
    assertEquals("credentials of a.example", credentials.toString());
  }

  @Test
  void helpersOfTheWorkingDirectoryAreNotRun() throws IOException {
    program("keeper", KEEPER);
    Files.writeString(temp.resolve("config.json"), "{\"credsStore\":\"keeper\"}");
    ConfigFile config = ConfigFile.load(temp);
    CredentialStore store = new CredentialStore(config, Map.of("PATH", ":."), messages);
    assertThrows(IOException.class, store::all);
    assertEquals("", messages.toString(UTF_8));
  }

  private void program(String name, String script) throws IOException {
    Path file = temp.resolve("docker-credential-" + name);
    Files.writeString(file, "#!/bin/sh\n" + script);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }

  /** Returns the credentials for an engine, by registry. */
  private Map<String, String> all(String json) throws IOException {
    Map<String, String> all = new TreeMap<>();
    store(json)
        .all()
        .forEach(
            (registry, each) ->
                all.put(registry, new String(Base64.getUrlDecoder().decode(each.header()), UTF_8)));
    return all;
  }

  private String refusal(String json) throws IOException {
    CredentialStore store = store(json);
    return String.valueOf(assertThrows(IOException.class, store::all).getMessage());
  }

  private CredentialStore store(String json) throws IOException {
    Files.writeString(temp.resolve("config.json"), json);
    String path = temp + ":" + System.getenv("PATH");
    return new CredentialStore(ConfigFile.load(temp), Map.of("PATH", path), messages);
  }
}
