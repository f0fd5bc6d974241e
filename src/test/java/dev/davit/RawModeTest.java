package dev.davit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The terminal is as it was when what goes wrong does so in raw mode. */
@Tag("engine")
final class RawModeTest {
  private static final String CONTAINER =
      """
      {"Id":"a","Config":{"Tty":true,"OpenStdin":true},"HostConfig":{},"NetworkSettings":{},\
      "State":{"Running":true}}""";

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> faults() {
    return Stream.of("exec -it a sh", "attach a", "run -it busybox", "start -ai a")
        .flatMap(
            words ->
                Stream.of("reset", "cut", "body \\xff\\x00\ncut")
                    .map(
                        fault ->
                            DynamicTest.dynamicTest(
                                words + ' ' + fault, () -> check(words, fault))));
  }

  /** CONT is passed on, which lasts longer than the container. */
  @Test
  void aLateSignal() throws IOException {
    try (FakeEngine engine = FakeEngine.onUnix();
        Pseudoterminal terminal = new Pseudoterminal(24, 80)) {
      engine
          .on("POST /containers/*/attach", "101\nbody shown\nawait POST /containers/*/kill")
          .on("POST /containers/*/kill", "await GET /containers/json\n204")
          .on(
              "POST /containers/*/wait",
              "200\nbody \\n\nawait GET /containers/b/json\nbody {\"StatusCode\":6}")
          .on("GET /containers/json", "200 []")
          .on("GET /containers/b/json", "200 " + CONTAINER);
      Target target = Target.linked();
      String before = terminal.settings();
      Process process =
          terminal.start(
              List.of("/bin/sh", "-c", "exec docker run -it busybox"),
              target.environment(engine.address(), folder),
              folder);
      terminal.await("shown");
      Target.signal("CONT", process.pid());
      terminal.awaitSettings(before);
      assertEquals(0, target.run("docker ps -q", engine.address(), folder).exitCode());
      assertEquals(0, target.run("docker port b", engine.address(), folder).exitCode());
      assertEquals(6, Target.exitCode(process));
      assertEquals(before, terminal.settings());
    }
  }

  /**
   * The stream, and what is asked after it, goes wrong once another client has asked for a list.
   */
  private void check(String words, String fault) throws IOException {
    String steps = "101\nbody shown\nawait GET /containers/json\n" + fault;
    try (FakeEngine engine = FakeEngine.onUnix();
        Pseudoterminal terminal = new Pseudoterminal(24, 80)) {
      if (words.startsWith("exec")) {
        engine
            .on("POST /containers/*/exec", "201 {\"Id\":\"e\"}")
            .on("POST /exec/*/start", steps)
            .on("GET /exec/*/json", "200 junk");
      } else {
        engine
            .on("POST /containers/*/attach", steps)
            .on("POST /containers/*/wait", "200\nbody \\n\nawait GET /containers/json\nbody junk");
      }
      engine
          .usually("GET /containers/*/json", "200 " + CONTAINER)
          .on("GET /containers/json", "200 []");
      Target target = Target.linked();
      String before = terminal.settings();
      Process process =
          terminal.start(
              List.of("/bin/sh", "-c", "exec docker " + words),
              target.environment(engine.address(), folder),
              folder);
      terminal.await("shown");
      assertNotEquals(before, terminal.settings());
      assertEquals(0, target.run("docker ps -q", engine.address(), folder).exitCode());
      assertTrue(Target.exitCode(process) > 0, terminal.shown());
      assertEquals(before, terminal.settings());
      assertFalse(terminal.shown().contains("Exception"), terminal.shown());
    }
  }
}
