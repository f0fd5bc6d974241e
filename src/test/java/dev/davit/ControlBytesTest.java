package dev.davit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Checks that control bytes from an engine do not reach the terminal, for all kinds of output. */
@Tag("engine")
final class ControlBytesTest {
  /** ESC, BEL and CSI in all encodings, escaped in JSON and raw. */
  private static final String EVIL =
      "\\u001b]0;x\\u0007\\u001b[2J\\r\\u009b1m\u009b1m\u007f\\u0000";

  private static final String CONTAINER =
      """
      {"Id":"E","Names":["/E"],"Name":"/E","Image":"E","ImageID":"E","Command":"E","Status":"E",
      "Labels":{"kE":"E"},"Mounts":[{"Name":"E","Source":"E"}],"Ports":[{"IP":"E","PrivatePort":8,
      "PublicPort":9,"Type":"E"}],"NetworkSettings":{"Networks":{"E":{}}}}"""
          .replace("\n", "");

  private static final String DETAILS =
      """
      {"Id":"E","Name":"/E","Image":"E","Config":{"Image":"E","Env":["E"],"Labels":{"kE":"E"}},
      "State":{"Status":"E","Error":"E"},"NetworkSettings":{"Ports":{"80/tcp":[{"HostIp":"E",
      "HostPort":"E"}]}}}"""
          .replace("\n", "");

  private static final String VERSION =
      """
      {"Version":"E","Platform":{"Name":"E"},"Components":[{"Name":"Engine","Version":"E",
      "Details":{"ApiVersion":"E","GoVersion":"E"}},{"Name":"E","Version":"E"}]}"""
          .replace("\n", "");

  private static final String STATS = "{\"name\":\"/E\",\"id\":\"E\",\"networks\":{\"E\":{}}}";

  private static final String PULL =
      "{\"status\":\"E\",\"id\":\"E\"}{\"status\":\"Downloading\",\"id\":\"E\",\"progressDetail\":"
          + "{\"current\":1,\"total\":3}}{\"errorDetail\":{\"message\":\"E\"},\"error\":\"E\"}";

  private static final List<String> COMMANDS =
      List.of(
          "ps",
          "ps -q --no-trunc",
          "ps --format json",
          "ps --format raw",
          "ps --format '{{.}}'",
          "ps --format '{{json .}}'",
          "ps --format 'table {{.Names}}\\t{{.Labels}}\\t{{.Label \"k\"}}\\t{{.Mounts}}'",
          "ps --full",
          "ps --full --format '{{.Name}}'",
          "inspect a",
          "inspect -f '{{.}}' a",
          "inspect -f '{{json .}}' a",
          "inspect -f '{{range $k, $v := .Config.Labels}}{{printf \"%s\" $k}}{{end}}' a",
          "inspect --type network a",
          "stats --no-stream a",
          "stats --no-stream --format json a",
          "stats --raw --no-stream a",
          "top a",
          "diff a",
          "port a",
          "update -m 5m a",
          "container prune -f",
          "container prune -f --format json",
          "create busybox",
          "run busybox",
          "run -d busybox",
          "run --pull always busybox",
          "commit a",
          "exec-create a sh",
          "exec a sh",
          "wait a",
          "clone a",
          "recreate a",
          "recreate --check a",
          "why a",
          "version",
          "version --format json",
          "version --format '{{.Server.Version}}'",
          "spec a",
          "spec-diff a other",
          "spec --as json a",
          "stat a:/b",
          "stat --format json a:/b",
          "rm a",
          "images --no-trunc",
          "images --format '{{json .}}' --no-trunc",
          "history a",
          "history --format json a",
          "image inspect a",
          "image inspect -f '{{.Id}}' a",
          "events",
          "events --format json",
          "events --format '{{.}}'",
          "system df -v",
          "system df -v --format json",
          "system df -v --format raw",
          "system df --top 9",
          "system prune -f",
          "system prune --dry-run -a --volumes",
          "builder prune -f",
          "search a",
          "search --format '{{.Name}}' a");

  private static final Pattern CONTROL =
      Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f]|\\r(?![\\r\\n])");

  /** The control sequences that davit itself writes here, to move between the lines of a pull. */
  private static final Pattern OWN = Pattern.compile("\\r?(\\x1b\\[\\d*[A-DKPX@]|\\x08)");

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> steerNoTerminal() {
    return COMMANDS.stream().map(command -> DynamicTest.dynamicTest(command, () -> check(command)));
  }

  private void check(String command) throws IOException {
    String stat =
        Base64.getEncoder()
            .encodeToString(
                evil("{\"name\":\"E\",\"linkTarget\":\"E\"}").getBytes(StandardCharsets.UTF_8));
    try (FakeEngine engine = FakeEngine.onUnix();
        Pseudoterminal terminal = new Pseudoterminal(24, 80)) {
      engine
          .usually("GET /containers/json", ok("[" + CONTAINER + "]"))
          .usually("GET /containers/*/json", ok(DETAILS))
          .usually(
              "GET /containers/other/json", ok("{\"Id\":\"b\",\"Config\":{},\"HostConfig\":{}}"))
          .usually("GET /info", ok("{}"))
          .usually("GET /networks/*", ok("{\"Name\":\"E\"}"))
          .usually("GET /images/json", ok("[{\"Id\":\"E\",\"RepoTags\":[\"a:1\"]}]"))
          .usually(
              "GET /images/*/history", ok("[{\"Id\":\"E\",\"CreatedBy\":\"E\",\"Comment\":\"E\"}]"))
          .usually("GET /images/*/json", ok("{\"Id\":\"E\"}"))
          .usually("GET /images/search", ok("[{\"name\":\"E\",\"description\":\"E\"}]"))
          .usually("GET /containers/*/stats", ok(STATS))
          .usually("GET /containers/*/top", ok("{\"Titles\":[\"E\"],\"Processes\":[[\"E\"]]}"))
          .usually("GET /containers/*/changes", ok("[{\"Path\":\"E\"}]"))
          .usually("POST /containers/*/update", ok("{\"Warnings\":[\"E\"]}"))
          .usually(
              "GET /events",
              ok(
                  "{\"Type\":\"E\",\"Action\":\"E\",\"Actor\":{\"ID\":\"E\","
                      + "\"Attributes\":{\"kE\":\"E\"}}}"))
          .usually(
              "GET /system/df",
              ok(
                  "{\"Images\":[{\"Id\":\"E\",\"RepoTags\":[\"a:1\"]}],\"Containers\":["
                      + CONTAINER
                      + "],\"Volumes\":[{\"Name\":\"E\"}],"
                      + "\"BuildCache\":[{\"ID\":\"E\",\"Type\":\"E\",\"Description\":\"E\"}]}"))
          .usually("GET /networks", ok("[{\"Id\":\"E\",\"Name\":\"E\"}]"))
          .usually("GET /volumes", ok("{\"Volumes\":[]}"))
          .usually("POST /networks/prune", ok("{\"NetworksDeleted\":[\"E\"]}"))
          .usually("POST /images/prune", ok("{\"ImagesDeleted\":[{\"Deleted\":\"E\"}]}"))
          .usually("POST /build/prune", ok("{\"CachesDeleted\":[\"E\"]}"))
          .usually("POST /containers/prune", ok("{\"ContainersDeleted\":[\"E\"]}"))
          .usually("POST /containers/create", ok("{\"Id\":\"E\",\"Warnings\":[\"E\"]}"))
          .usually(
              "POST /containers/*/wait", ok("{\"StatusCode\":1,\"Error\":{\"Message\":\"E\"}}"))
          .usually("POST /containers/*/start", "204")
          .usually("POST /containers/*/attach", refused())
          .usually("POST /containers/*/exec", ok("{\"Id\":\"E\"}"))
          .usually("POST /exec/*/start", refused())
          .usually("POST /commit", ok("{\"Id\":\"E\"}"))
          .usually("GET /version", ok(VERSION))
          .usually("POST /images/create", ok(PULL))
          .usually(
              "HEAD /containers/*/archive",
              "header X-Docker-Container-Path-Stat: " + stat + "\n200")
          .usually("DELETE /containers/*", refused());
      Process process =
          terminal.start(
              List.of("/bin/sh", "-c", "docker " + command + "; echo END"),
              Target.linked().environment(engine.address(), folder),
              folder);
      terminal.await("END\r\n");
      assertEquals(0, Pseudoterminal.exitCode(process));
      String shown = OWN.matcher(terminal.shown()).replaceAll("");
      assertTrue(shown.contains("0;x"), shown);
      assertFalse(CONTROL.matcher(shown).find(), shown);
    }
  }

  private static String ok(String json) {
    return "200 " + evil(json).replace("\\", "\\\\");
  }

  private static String refused() {
    return "500 " + evil("{\"message\":\"E\"}").replace("\\", "\\\\");
  }

  private static String evil(String json) {
    return json.replaceAll("\\bE\\b|(?<=k)E\\b", Matcher.quoteReplacement(EVIL));
  }
}
