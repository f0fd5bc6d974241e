package dev.davit.logs.line;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests which levels lines have. */
final class SeverityTest {
  @ParameterizedTest(name = "{1}: {0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"ts\":1,\"level\":\"warn\",\"msg\":\"ERROR\"}        | WARN",
        "{\"a\":{\"level\":\"debug\"},\"severity\":\"CRITICAL\"} | FATAL",
        "{\"level\":50,\"msg\":\"pino\"}                         | ERROR",
        "{\"level\":30}                                          | INFO",
        "{\"msg\":\"x\"}                                         | ",
        "time=1 level=debug msg=\"ERROR x\"                      | DEBUG",
        "level=\"warning\" msg=x                                 | WARN",
        "ts=2 lvl=eror msg=x                                     | ERROR",
        "<3>Jan 1 kernel                                         | ERROR",
        "<14>info                                                | INFO",
        "E0102 15:04:05.000000 1 main.go:3] failed               | ERROR",
        "W0102 15:04:05.000000 1 main.go:3] slow                 | WARN",
        "2026-01-02 15:04:05,123 WARN  [main] c.e.App - slow     | WARN",
        "2026/01/02 15:04:05 [error] 7#7: *1 open() failed       | ERROR",
        "WARNING:root:slow                                       | WARN",
        "[12:00:00 INF] Started                                  | INFO",
        "2026-01-02 03:04:05 UTC [1] FATAL:  role does not exist | FATAL",
        "error: cannot open                                      | ERROR",
        "panic: runtime error                                    | FATAL",
        "npm ERR! code 1                                         | ERROR",
        "an error occurred                                       | ",
        "informed INFORMED                                       | ",
        "    at com.example.Main                                 | ",
        "{ not json ERROR                                        | ERROR",
      })
  void levels(String line, Severity level) {
    assertEquals(level, SeverityReader.of(line.getBytes(UTF_8)));
  }

  @Test
  void unknownLevelsAreRefused() {
    assertEquals(
        "valid levels are trace, debug, info, warn, error and fatal",
        assertThrows(IllegalArgumentException.class, () -> Severity.parse("loud")).getMessage());
  }
}
