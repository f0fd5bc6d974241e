package dev.davit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

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
