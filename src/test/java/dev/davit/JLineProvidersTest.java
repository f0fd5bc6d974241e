package dev.davit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs interactive sessions on a JVM with JLine's own providers, as on systems other than Linux.
 */
@Tag("engine")
final class JLineProvidersTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"exec", "ffm"})
  void runsAnInteractiveExec(String provider) throws IOException {
    try (FakeEngine engine = FakeEngine.onUnix();
        Pseudoterminal terminal = new Pseudoterminal(24, 80)) {
      engine
          .on("GET /containers/*/json", "200 {\"Id\":\"a\"}")
          .on("POST /containers/*/exec", "201 {\"Id\":\"e\"}")
          .on("POST /exec/*/start", "101\nbody shown\nawait GET /containers/json\ncut")
          .on("GET /exec/*/json", "200 {\"Running\":false,\"ExitCode\":7}")
          .on("GET /containers/json", "200 []");
      Target target = Target.linked();
      Process process =
          terminal.start(
              List.of(
                  Path.of(System.getProperty("java.home"), "bin/java").toString(),
                  "-Dorg.jline.terminal.provider=" + provider,
                  "--enable-native-access=ALL-UNNAMED",
                  "-cp",
                  System.getProperty("java.class.path"),
                  "dev.davit.Main",
                  "--host",
                  engine.address(),
                  "exec",
                  "-it",
                  "a",
                  "sh"),
              target.environment(engine.address(), folder),
              folder);
      terminal.await("shown");
      assertFalse(isCooked(terminal), "not raw");
      assertEquals("h=24&w=80", engine.request("POST /exec/e/resize").query());
      terminal.resize(31, 97);
      Await.until(
          () -> engine.request("POST /exec/e/resize").query().equals("h=31&w=97"), "the new size");
      target.run("docker ps -q", engine.address(), folder);
      assertEquals(7, Target.exitCode(process));
      assertTrue(isCooked(terminal), "still raw");
    }
  }

  private static boolean isCooked(Pseudoterminal terminal) throws IOException {
    return terminal.namedSettings().matches("(?s).*[; \\n]icanon\\b.*[; \\n]echo\\b.*");
  }
}
