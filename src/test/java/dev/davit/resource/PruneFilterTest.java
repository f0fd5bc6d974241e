package dev.davit.resource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.davit.gotypes.Timestamps;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests which objects a prune with filters removes; the engine of the tests decides the same. */
final class PruneFilterTest {
  private static final Instant NOW = Instant.parse("2026-01-02T12:00:00Z");
  private static final Timestamps TIMES = new Timestamps(InstantSource.fixed(NOW), "UTC");
  private static final Map<String, String> LABELS = Map.of("env", "test", "keep", "");

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "until=1h                        | true",
        "until=2h                        | true",
        "until=3h                        | false",
        "until=2026-01-02T10:00:00Z      | true",
        "until=2026-01-02T09:59:59.9Z    | false",
        "until=1767348000                | true",
        "until=1767347999.9              | false",
        "label=env                       | true",
        "label=env=test                  | true",
        "label=env=live                  | false",
        "label=none                      | false",
        "label=env label=keep            | true",
        "label=env label=none            | false",
        "label!=env                      | false",
        "label!=none                     | true",
        "label!=env label!=none          | true",
        "label!=env=live                 | true",
        "label=env label!=keep           | false",
        "label=env until=3h              | false",
      })
  void matches(String filters, boolean matches) {
    PruneFilter filter = PruneFilter.of(List.of(filters.split(" ")), TIMES);
    assertEquals(matches, filter.matches(LABELS, NOW.minusSeconds(7200)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "name=x             | invalid filter 'name'",
        "until=1h until=2h  | more than one until filter specified",
        "until=soon         | failed to parse value as time or duration: \"soon\"",
      })
  void refuses(String filters, String message) {
    assertEquals(
        message,
        assertThrows(
                IllegalArgumentException.class,
                () -> PruneFilter.of(List.of(filters.split(" ")), TIMES))
            .getMessage());
  }
}
