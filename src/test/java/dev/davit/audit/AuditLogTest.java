package dev.davit.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.davit.engine.http.ApiRequest;
import dev.davit.io.WorkingDirectory;
import dev.davit.output.JsonValues;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AuditLogTest {
  private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochSecond(0));
  private static final byte[] NOTHING = new byte[0];

  @TempDir Path folder;

  private AuditLog log(String destination, Map<String, String> env) {
    WorkingDirectory here = new WorkingDirectory(folder, folder.toString());
    return AuditLog.to(destination, here, env, CLOCK, "container rm", () -> "prod");
  }

  private static ApiRequest delete(String... path) {
    return ApiRequest.delete(path);
  }

  private String written(String file) throws IOException {
    return Files.readString(folder.resolve(file)).replaceAll("\"pid\":[0-9]+", "\"pid\":1");
  }

  @Test
  void appendsALineForEachEvent() throws IOException {
    Files.writeString(folder.resolve("log"), "before\n");
    AuditLog log = log("log", Map.of());
    log.before(delete("containers", "a"));
    String sent =
        """
        before
        {"time":"1970-01-01T00:00:00Z","context":"prod","verb":"container rm","pid":1,\
        "event":"request","request":"DELETE /containers/a","ids":["a"]}
        """;
    assertEquals(sent, written("log"));
    log.ended(delete("containers", "a"), 204, NOTHING);
    log.ended(delete("containers", "b\""), null, NOTHING);
    log.ended(ApiRequest.get("containers", "json"), 200, NOTHING);
    log.close(1);
    assertEquals(
        sent
            + """
            {"time":"1970-01-01T00:00:00Z","context":"prod","verb":"container rm","pid":1,\
            "event":"response","request":"DELETE /containers/a","status":204,"ids":["a"]}
            {"time":"1970-01-01T00:00:00Z","context":"prod","verb":"container rm","pid":1,\
            "event":"response","request":"DELETE /containers/b\\"","status":null,"ids":["b\\""]}
            {"time":"1970-01-01T00:00:00Z","context":"prod","verb":"container rm","pid":1,\
            "event":"exit","exitCode":1}
            """,
        written("log"));
  }

  @Test
  void createsNoFileForACommandThatChangesNothing() throws IOException {
    AuditLog log = log("log", Map.of());
    log.before(ApiRequest.get("info"));
    log.ended(ApiRequest.get("info"), 200, NOTHING);
    log.close(0);
    assertFalse(Files.exists(folder.resolve("log")));
  }

  @Test
  void refusesAChangeThatCannotBeRecorded() {
    IOException failure =
        assertThrows(
            IOException.class,
            () -> log("no/log", Map.of()).before(ApiRequest.post("containers", "a", "stop")));
    assertEquals(
        "cannot write the audit log: open no/log: no such file or directory", failure.getMessage());
  }

  @Test
  void reportsAResponseThatCannotBeRecorded() throws IOException {
    AuditLog log = log("log", Map.of());
    log.before(delete("volumes", "v"));
    Files.delete(folder.resolve("log"));
    Files.createDirectory(folder.resolve("log"));
    log.ended(delete("volumes", "v"), 204, NOTHING);
    assertEquals(
        "cannot write the audit log: open log: is a directory",
        assertThrows(IOException.class, () -> log.close(0)).getMessage());
  }

  private Map<String, String> logger() throws IOException {
    Path logger = folder.resolve("logger");
    Files.writeString(logger, "#!/bin/sh\n{ echo \"$*\"; cat; } >>" + folder.resolve("sys") + "\n");
    Files.setPosixFilePermissions(logger, PosixFilePermissions.fromString("rwx------"));
    return Map.of("PATH", folder + ":/usr/bin:/bin");
  }

  @Test
  void writesToSyslogByLogger() throws IOException {
    Map<String, String> env = Map.of("PATH", folder.toString());
    assertEquals(
        "cannot write the audit log: exec: \"logger\": executable file not found in $PATH",
        assertThrows(IOException.class, () -> log("syslog", env).before(delete("volumes", "v")))
            .getMessage());
    AuditLog log = log("syslog", logger());
    log.before(delete("volumes", "v"));
    log.ended(delete("volumes", "v"), 204, NOTHING);
    log.close(0);
    String written = written("sys");
    assertTrue(written.startsWith("-t davit -p auth.notice\n{\"time\":"), written);
    assertTrue(written.endsWith("\"event\":\"exit\",\"exitCode\":0}\n"), written);
  }

  @Test
  void splitsLinesThatLoggerWouldTruncate() throws IOException {
    AuditLog log = log("syslog", logger());
    ApiRequest prune = ApiRequest.post("containers", "prune");
    List<String> ids = IntStream.range(0, 40).mapToObj("%064d"::formatted).toList();
    log.before(prune);
    log.ended(prune, 200, JsonValues.compact(Map.of("ContainersDeleted", ids)).getBytes(UTF_8));
    log.close(0);
    List<String> lines = written("sys").lines().filter(line -> line.startsWith("{")).toList();
    assertEquals(List.of(), lines.stream().filter(line -> line.length() > 1024).toList());
    String all = String.join("", lines);
    assertEquals(List.of(), ids.stream().filter(id -> !all.contains(id)).toList());
    assertTrue(lines.size() > 3, all);
  }

  @Test
  void findsTheImagesOfStreams() throws IOException {
    AuditLog log = log("log", Map.of());
    ApiRequest load = ApiRequest.post("images", "load");
    log.before(load);
    try (OutputStream copy = requireNonNull(log.copyOf(load))) {
      String messages =
          """
          {"stream":"Loaded image: a:1\\n"}\r
          {"status":"Loading layer"}
          {"stream":"Loaded image ID: sha256:2\\n"}
          {"aux":{"ID":"sha256:3"}}
          {"status":"sha256:4"}
          Loaded image: b:2""";
      copy.write(messages.getBytes(UTF_8));
    }
    assertNull(log.copyOf(ApiRequest.post("images", "create").query("fromImage", "a")));
    String line = written("log").lines().toList().get(1);
    assertTrue(
        line.endsWith(
            "\"event\":\"result\",\"request\":\"POST /images/load\","
                + "\"ids\":[\"a:1\",\"sha256:2\",\"sha256:3\",\"sha256:4\",\"b:2\"]}"),
        line);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "POST   | containers/create        | true",
        "POST   | containers/a/stop        | true",
        "POST   | containers/a/wait        | false",
        "POST   | containers/a/attach      | false",
        "POST   | containers/a/resize      | false",
        "POST   | containers/a/exec        | true",
        "PUT    | containers/a/archive     | true",
        "POST   | exec/e/start             | true",
        "POST   | exec/e/resize            | false",
        "POST   | images/create            | true",
        "POST   | build                    | true",
        "POST   | auth                     | false",
        "POST   | session                  | false",
        "DELETE | volumes/v                | true",
        "GET    | containers/json          | false",
        "HEAD   | _ping                    | false",
        "DELETE | images/library/wait      | true",
        "DELETE | images/h/attach          | true",
        "POST   | images/h/resize/tag      | true",
        "DELETE | containers/wait          | true",
      })
  void tellsChangesFromOtherRequests(String method, String path, boolean change) {
    assertEquals(change, StateChange.is(request(method, path)));
  }

  @Test
  void passesOverRequestsThatOnlyObserve() {
    assertFalse(StateChange.is(ApiRequest.post("containers", "a", "exec").observing(true)));
  }

  private static ApiRequest request(String method, String path) {
    String[] segments = path.split("/");
    return switch (method) {
      case "DELETE" -> ApiRequest.delete(segments);
      case "GET" -> ApiRequest.get(segments);
      case "HEAD" -> ApiRequest.head(segments);
      case "PUT" -> ApiRequest.put(segments);
      default -> ApiRequest.post(segments);
    };
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "POST /containers/a/stop         |                                            | a",
        "POST /containers/create?name=web| {\"Id\":\"1\"}                               | web 1",
        "POST /containers/prune          | {\"ContainersDeleted\":[\"1\",\"2\"]}        | 1 2",
        "POST /containers/prune          | {\"ContainersDeleted\":null}                 | ''",
        "POST /networks/create           | {\"Id\":\"n\",\"Warning\":\"\"}              | n",
        "POST /networks/n/connect        |                                            | n",
        "POST /volumes/create            | {\"Name\":\"v\",\"Labels\":{}}               | v",
        "POST /volumes/prune             | {\"VolumesDeleted\":[\"v\"]}                 | v",
        "POST /images/prune              | {\"ImagesDeleted\":[{\"Deleted\":\"1\"}]}      | 1",
        "DELETE /images/a/b:1            | [{\"Untagged\":\"a/b:1\"},{\"Deleted\":\"1\"}] | a/b:1 1",
        "DELETE /images/x/tag            |                                            | x/tag",
        "DELETE /images/create           |                                            | create",
        "POST /images/a/b/tag?repo=c&tag=2 |                                          | a/b c:2",
        "POST /images/load/tag?repo=c    |                                            | load c",
        "POST /images/a/b/push           |                                            | a/b",
        "POST /images/create?fromImage=docker.io/library/a&tag=1 |                                      | a:1",
        "POST /images/create?fromImage=docker.io/library/a |                           | a",
        "POST /images/create?fromImage=a&tag=sha256:1 |                               | a@sha256:1",
        "POST /containers/a/stop?t=30    |                                            | a",
        "POST /images/create?fromSrc=-&repo=a:1 |                                     | a:1",
        "POST /build?t=a:1&t=b           |                                            | a:1 b",
        "POST /commit?container=c&repo=a&tag=1 | {\"Id\":\"sha256:1\"}                | c a:1 sha256:1",
        "POST /containers/a/rename?name=b |                                           | a",
        "POST /containers/prune          | {\"Contai                                   | ''",
      })
  void findsIds(String request, String body, String ids) {
    byte[] json = body == null ? NOTHING : body.getBytes(UTF_8);
    String[] parts = request.split(" /|\\?", -1);
    ApiRequest sent = request(parts[0], parts[1]);
    for (String parameter : (parts.length > 2 ? parts[2] : "").split("&", -1)) {
      String[] pair = parameter.split("=", 2);
      sent.query(pair[0], pair.length > 1 ? pair[1] : "");
    }
    assertEquals(ids, String.join(" ", StateChange.ids(sent, json)));
  }

  @Test
  void findsTheContainerOfANetwork() {
    ApiRequest connect =
        ApiRequest.post("networks", "n", "connect").json("{\"Container\":\"c\"}".getBytes(UTF_8));
    assertEquals(List.of("n", "c"), StateChange.ids(connect, NOTHING));
  }
}
