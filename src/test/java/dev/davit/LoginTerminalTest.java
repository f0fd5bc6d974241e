package dev.davit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Types a user name and a password at a terminal, which must not show the password. */
@Tag("pty")
final class LoginTerminalTest {
  private static final String SECRET = "hush-hush";

  @TempDir Path folder;

  @BeforeEach
  void configure() throws IOException {
    Files.writeString(folder.resolve("config.json"), "{\"auths\":{}}");
  }

  @Test
  void bothAreAskedFor() throws IOException {
    login(
        "{\"username\":\"ann\",\"password\":\"hush-hush\",\"serveraddress\":\"reg.example\"}",
        "$ exec docker login reg.example",
        "< Username: ",
        "> ann^M",
        "< Password: ",
        "> " + SECRET + "^M",
        "< Login Succeeded",
        "? 0");
  }

  @Test
  void onlyThePasswordIsAskedFor() throws IOException {
    login(
        "{\"username\":\"ann\",\"password\":\"hush-hush\",\"serveraddress\":\"reg.example\"}",
        "$ exec docker login -u ann reg.example",
        "< Password: ",
        "> " + SECRET + "^M",
        "< Login Succeeded",
        "? 0");
  }

  @Test
  void theStoredUserIsOffered() throws IOException {
    Files.writeString(
        folder.resolve("config.json"), "{\"auths\":{\"reg.example\":{\"auth\":\"NTAlTjpw\"}}}");
    login(
        "{\"username\":\"50%N\",\"password\":\"hush-hush\",\"serveraddress\":\"reg.example\"}",
        List.of("401 {\"message\":\"no\"}", "200 {\"Status\":\"Login Succeeded\"}"),
        "$ exec docker login reg.example",
        "< Stored credentials invalid or expired",
        "< Username (50%N): ",
        "> ^M",
        "< Password: ",
        "> " + SECRET + "^M",
        "< Login Succeeded",
        "? 0");
  }

  @Test
  void theHubHasHints() throws IOException {
    login(
        "{\"username\":\"ann\",\"password\":\"hush-hush\",\"serveraddress\":\"https://index.docker.io/v1/\"}",
        "$ DOCKER_CLI_DISABLE_OAUTH_LOGIN=1 exec docker login",
        "< head over to https://hub.docker.com/ to create one.",
        "< Learn more at https://docs.docker.com/go/access-tokens/",
        "< Username: ",
        "> ann^M",
        "< A Personal Access Token (PAT) can be used instead.",
        "< https://app.docker.com/settings",
        "< Password: ",
        "> " + SECRET + "^M",
        "< Login Succeeded",
        "? 0");
  }

  @Test
  void standardOutputNeedNotBeATerminal() throws IOException {
    login(
        "{\"username\":\"ann\",\"password\":\"hush-hush\",\"serveraddress\":\"reg.example\"}",
        "$ docker login reg.example | cat",
        "< Username: ",
        "> ann^M",
        "< Password: ",
        "> " + SECRET + "^M",
        "< Login Succeeded",
        "? 0");
  }

  @Test
  void ctrlCEndsTheQuestions() throws IOException {
    unanswered("$ exec docker login reg.example", "< Username: ", "> an^C", "? 0");
    unanswered("$ exec docker login -u ann reg.example", "< Password: ", "> hus^C", "? 0");
    // the exit code of cat, which the signal ends
    unanswered("$ docker login -u ann reg.example | cat", "< Password: ", "> hus^C", "? 130");
  }

  @Test
  void signalsRestoreTheTerminal() throws IOException {
    if (!Target.isDocker()) {
      String login = "$ exec docker login -u ann reg.example";
      unanswered(login, "< Password: ", "> hus", "signal TERM", "? 0");
    }
    if (Target.isNative()) {
      unanswered("$ exec docker login -u ann reg.example", "< Password: ", "> hus^\\", "? 131");
    }
  }

  @Test
  void emptyAnswersAreRefused() throws IOException {
    unanswered(
        "$ exec docker login reg.example",
        "< Username: ",
        "> ^M",
        "< Error: Non-null Username Required",
        "? 1");
    unanswered(
        "$ exec docker login -u ann reg.example",
        "< Password: ",
        "> ^M",
        "< Error: Password Required",
        "? 1");
  }

  private void login(String body, String... script) throws IOException {
    login(body, List.of("200 {\"Status\":\"Login Succeeded\"}"), script);
  }

  /** Plays a session and compares the last request with JSON. */
  private void login(String body, List<String> answers, String... script) throws IOException {
    try (FakeEngine engine = FakeEngine.onUnix().on("POST /auth", answers.toArray(String[]::new))) {
      play(engine, script);
      assertEquals(body, sent(engine));
    }
  }

  private static String sent(FakeEngine engine) {
    String json = new String(engine.requests().getLast().body(), UTF_8).strip();
    return json.replace("\"auth\":\"\",", "");
  }

  private void unanswered(String... script) throws IOException {
    try (FakeEngine engine = FakeEngine.onUnix()) {
      play(engine, script);
    }
  }

  private void play(FakeEngine engine, String... script) throws IOException {
    Target target = Target.linked();
    try (Pseudoterminal terminal = new Pseudoterminal(31, 97)) {
      Reach reach = Reach.of(engine.address());
      TerminalScript played = new TerminalScript(terminal, target, reach, folder);
      for (String line : script) {
        played.perform(line);
      }
      assertFalse(terminal.shown().contains(SECRET), terminal::shown);
    }
  }
}
