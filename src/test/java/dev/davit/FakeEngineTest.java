package dev.davit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks that the program (davit, or docker as target) accepts the fake engine as an engine. */
@Tag("engine")
final class FakeEngineTest {
  @TempDir Path folder;

  @Test
  void runsAContainerOnUnix() throws IOException {
    try (FakeEngine engine = FakeEngine.onUnix()) {
      runs(engine);
    }
  }

  @Test
  void runsAContainerOnTcp() throws IOException {
    try (FakeEngine engine = FakeEngine.onTcp()) {
      runs(engine);
    }
  }

  @Test
  void runsAContainerOnAnAbstractSocket() throws IOException {
    try (FakeEngine engine = FakeEngine.onAbstract()) {
      runs(engine);
    }
  }

  @Test
  void unrequestedAnswersFailTheTest() throws IOException {
    FakeEngine engine = FakeEngine.onUnix();
    engine
        .on("GET /containers/json", "200 []", "500")
        .on("POST /containers/*/stop", "204")
        .on("GET /containers/a/json", "200 {}")
        .usually("GET /version", "200 {}");
    Target.linked().run("docker ps", engine.address(), folder);
    Target.linked().run("docker stop a", engine.address(), folder);
    AssertionError error = assertThrows(AssertionError.class, engine::close);
    assertEquals(
        "nobody asked for GET /containers/json (answer 2), GET /containers/a/json",
        error.getMessage());
    engine.close();
  }

  @Test
  void theFirstFailureStaysTheFirst() {
    AssertionError error = assertThrows(AssertionError.class, FakeEngineTest::failBeforeAsking);
    assertEquals("first", error.getMessage());
    assertEquals("nobody asked for GET /version", error.getSuppressed()[0].getMessage());
  }

  private static void failBeforeAsking() throws IOException {
    try (FakeEngine engine = FakeEngine.onUnix()) {
      engine.on("GET /version", "200 {}");
      throw new AssertionError("first");
    }
  }

  private void runs(FakeEngine engine) throws IOException {
    engine.on(
        "POST /containers/*/attach",
        """
        101
        await POST /containers/*/start
        frame 1 out\\n
        frame 2 err\\n
        echo
        """);
    engine.on(
        "POST /containers/*/wait", "200\nawait POST /containers/*/start\nbody {\"StatusCode\":7}");
    Target.Result result =
        Target.linked().run("echo hi | docker run -i busybox cat", engine.address(), folder);
    assertEquals(new Target.Result("out\nhi\n", "err\n", 7), result);
    assertEquals("hi\n", new String(engine.request("POST /containers/*/attach").stdin(), UTF_8));
    assertEquals("1.41", engine.request("POST /containers/create").version());
  }
}
