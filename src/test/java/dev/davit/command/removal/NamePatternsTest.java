package dev.davit.command.removal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests by which names the patterns among arguments are replaced. */
final class NamePatternsTest {
  private static final List<String> KNOWN =
      List.of("web-10", "web-2", "db", "we[b]", "odd*", "odd1");

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "web-*          | web-2 web-10",
        "db web-* db    | db web-2 web-10 db",
        "web-* web-2    | web-10 web-2",
        "web-* *-2      | web-2 web-10",
        "odd*           | odd*",
        "odd?           | odd* odd1",
        "we[b]          | we[b]",
        "none-* db      | none-* db",
      })
  void replaces(String arguments, String expanded) throws IOException {
    assertEquals(
        List.of(expanded.split(" ")),
        NamePatterns.expand(List.of(arguments.split(" ")), () -> KNOWN));
  }

  @Test
  void requestsNamesOnlyForPatterns() throws IOException {
    List<String> arguments = List.of("db", "web");
    assertEquals(
        arguments,
        NamePatterns.expand(
            arguments,
            () -> {
              throw new IOException("requested");
            }));
  }
}
