package dev.davit.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.davit.io.WorkingDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
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

  @Test
  void appendsALineForEachChangeWithTheExitCode() throws IOException {
    Files.writeString(folder.resolve("log"), "before\n");
    AuditLog log = log("log", Map.of());
    for (String id : List.of("a", "b\"")) {
      log.before("DELETE", List.of("containers", id));
      log.ended("DELETE", List.of("containers", id), null, id.equals("a") ? 204 : null, NOTHING);
    }
    log.ended("GET", List.of("containers", "json"), null, 200, NOTHING);
    log.close(1);
    assertEquals(
        """
        before
        {"time":"1970-01-01T00:00:00Z","context":"prod","verb":"container rm","ids":["a"],\
        "request":"DELETE /containers/a","status":204,"exitCode":1}
        {"time":"1970-01-01T00:00:00Z","context":"prod","verb":"container rm","ids":["b\\""],\
        "request":"DELETE /containers/b\\"","status":null,"exitCode":1}
        """,
        Files.readString(folder.resolve("log")));
  }

  @Test
  void createsNoFileForACommandThatChangesNothing() throws IOException {
    AuditLog log = log("log", Map.of());
    log.before("GET", List.of("info"));
    log.ended("GET", List.of("info"), null, 200, NOTHING);
    log.close(0);
    assertFalse(Files.exists(folder.resolve("log")));
  }

  @Test
  void refusesAChangeThatCannotBeRecorded() {
    IOException failure =
        assertThrows(
            IOException.class,
            () -> log("no/log", Map.of()).before("POST", List.of("containers", "a", "stop")));
    assertEquals(
        "cannot write the audit log: open no/log: no such file or directory", failure.getMessage());
  }

  @Test
  void writesToSyslogByLogger() throws IOException {
    Path logger = folder.resolve("logger");
    Map<String, String> env = Map.of("PATH", folder.toString());
    assertEquals(
        "cannot write the audit log: exec: \"logger\": executable file not found in $PATH",
        assertThrows(
                IOException.class,
                () -> log("syslog", env).before("DELETE", List.of("volumes", "v")))
            .getMessage());
    Files.writeString(logger, "#!/bin/sh\n{ echo \"$*\"; cat; } >" + folder.resolve("sys") + "\n");
    Files.setPosixFilePermissions(logger, PosixFilePermissions.fromString("rwx------"));
    AuditLog log = log("syslog", env);
    log.before("DELETE", List.of("volumes", "v"));
    log.ended("DELETE", List.of("volumes", "v"), null, 204, NOTHING);
    log.close(0);
    String written = Files.readString(folder.resolve("sys"));
    assertTrue(written.startsWith("-t davit -p auth.notice\n{\"time\":"), written);
    assertTrue(written.endsWith("\"status\":204,\"exitCode\":0}\n"), written);
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
      })
  void tellsChangesFromOtherRequests(String method, String path, boolean change) {
    assertEquals(change, StateChange.is(method, List.of(path.split("/"))));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "containers/a/stop        |     |                                              | a",
        "containers/create        | web | {\"Id\":\"1\"}                               | web 1",
        "containers/prune         |     | {\"ContainersDeleted\":[\"1\",\"2\"]}        | 1 2",
        "containers/prune         |     | {\"ContainersDeleted\":null}                 | ''",
        "networks/create          |     | {\"Id\":\"n\",\"Warning\":\"\"}              | n",
        "networks/n/connect       |     |                                              | n",
        "volumes/create           |     | {\"Name\":\"v\",\"Labels\":{}}             | v",
        "volumes/prune            |     | {\"VolumesDeleted\":[\"v\"]}                 | v",
        "images/prune             |     | {\"ImagesDeleted\":[{\"Deleted\":\"1\"}]}    | 1",
        "images/a/b:1             |     | [{\"Untagged\":\"a/b:1\"},{\"Deleted\":\"1\"}] | a/b:1 1",
        "images/a/b/tag           |     |                                              | a/b",
        "images/a/b/push          |     |                                              | a/b",
        "commit                   |     | {\"Id\":\"sha256:1\"}                        | sha256:1",
        "containers/a/rename      | b   |                                              | a",
        "containers/prune         |     | {\"Contai                                    | ''",
      })
  void findsIds(String path, String name, String body, String ids) {
    byte[] json = body == null ? NOTHING : body.getBytes(UTF_8);
    assertEquals(ids, String.join(" ", StateChange.ids(List.of(path.split("/")), name, json)));
  }
}
