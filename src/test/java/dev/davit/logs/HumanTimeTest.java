package dev.davit.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.davit.gotypes.LocalZone;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests times as people write them, on a Sunday evening. */
final class HumanTimeTest {
  private static final Instant NOW = Instant.parse("2026-11-29T20:00:00Z");

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "now, 2026-11-29T20:00:00Z",
    "today, 2026-11-29T00:00:00Z",
    "Yesterday, 2026-11-28T00:00:00Z",
    "yesterday 10:30, 2026-11-28T10:30:00Z",
    "10:30, 2026-11-29T10:30:00Z",
    "9:05:07, 2026-11-29T09:05:07Z",
    "22:00, 2026-11-28T22:00:00Z",
    "2026-11-01 08:00, 2026-11-01T08:00:00Z",
    "2026-11-01 08:00:09, 2026-11-01T08:00:09Z",
    "10 min ago, 2026-11-29T19:50:00Z",
    "1 hour 10 minutes ago, 2026-11-29T18:50:00Z",
    "1d12h, 2026-11-28T08:00:00Z",
    "2 weeks, 2026-11-15T20:00:00Z",
    "monday, 2026-11-23T00:00:00Z",
    "sun 7:00, 2026-11-29T07:00:00Z",
  })
  void times(String text, String time) {
    assertEquals(Instant.parse(time), times("UTC").parse(text));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "today, 2026-11-28T23:00:00Z",
    "2026-07-01 08:00, 2026-07-01T06:00:00Z",
    "10:30, 2026-11-29T09:30:00Z",
  })
  void localTimes(String text, String time) {
    assertEquals(Instant.parse(time), times("Europe/Berlin").parse(text));
  }

  @ParameterizedTest(name = "[{index}]")
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "25:00",
        "2026-13-01 08:00",
        "3 apples",
        "yesterday x",
        "ago",
        "10 min since"
      })
  void others(String text) {
    assertThrows(IllegalArgumentException.class, () -> times("UTC").parse(text));
  }

  private static HumanTime times(String zone) {
    return new HumanTime(NOW, LocalZone.of(zone));
  }
}
