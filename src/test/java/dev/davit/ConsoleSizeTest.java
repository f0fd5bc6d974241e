package dev.davit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What engines are told of the terminal's size before anything runs. */
@Tag("engine")
final class ConsoleSizeTest {
  private static final String NONE = "";

  private static final Pattern SIZE =
      Pattern.compile("\"ConsoleSize\":\\[([1-9]\\d*),([1-9]\\d*)\\]");

  @TempDir Path folder;

  /** A command, the API version, a request of it and the size in that, rows first. */
  private record Case(String command, String api, String route, String size) {}

  @TestFactory
  Stream<DynamicTest> sizes() {
    return Stream.of(
            new Case("create busybox", "1.50", "POST /containers/create", "31 97"),
            new Case("create busybox", "1.41", "POST /containers/create", "31 97"),
            new Case("create -t busybox", "1.41", "POST /containers/create", "31 97"),
            new Case("create busybox | cat", "1.50", "POST /containers/create", NONE),
            new Case(
                "create --platform linux/amd64 busybox", "1.41", "POST /containers/create", NONE),
            new Case(
                "create --platform linux/amd64 busybox",
                "1.50",
                "POST /containers/create",
                "31 97"),
            new Case("exec -t a sh", "1.50", "POST /containers/a/exec", "31 97"),
            new Case("exec -t a sh", "1.50", "POST /exec/e/start", "31 97"),
            new Case("exec -t a sh", "1.41", "POST /containers/a/exec", NONE),
            new Case("exec -t a sh", "1.41", "POST /exec/e/start", NONE),
            new Case("exec a sh", "1.50", "POST /containers/a/exec", NONE))
        .map(each -> DynamicTest.dynamicTest(each.toString(), () -> check(each)));
  }

  private void check(Case each) throws IOException {
    try (FakeEngine engine = FakeEngine.onUnix();
        Pseudoterminal terminal = new Pseudoterminal(31, 97)) {
      engine
          .api(each.api())
          .usually("GET /containers/*/json", "200 {\"Id\":\"a\"}")
          .usually("POST /containers/create", "201 {\"Id\":\"a\"}")
          .usually("POST /containers/*/exec", "201 {\"Id\":\"e\"}")
          .usually("POST /exec/*/start", "500 {\"message\":\"refused\"}");
      Process process =
          terminal.start(
              List.of("/bin/sh", "-c", "docker " + each.command()),
              Target.linked().environment(engine.address(), folder),
              folder);
      Pseudoterminal.exitCode(process);
      Matcher size = SIZE.matcher(new String(engine.request(each.route()).body(), UTF_8));
      assertEquals(each.size(), size.find() ? size.group(1) + ' ' + size.group(2) : NONE);
    }
  }
}
