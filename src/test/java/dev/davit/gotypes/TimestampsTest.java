package dev.davit.gotypes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tests the results that depend on the clock; values/times.tsv and similar tables test the syntax.
 */
final class TimestampsTest {
  private static final String DUBLIN =
      Path.of("src/test/resources/zones/Dublin").toAbsolutePath().toString();

  @ParameterizedTest
  @CsvSource({
    "400ms, 1000000000",
    "500ms, 1000000000",
    "500.000001ms, 999999999",
    "600ms, 999999999",
    "-400ms, 1000000000",
    "-500ms, 1000000001",
    "2562047h47m16.854775807s, -8223372037",
    "-2562047h47m16.854775807s, 10223372037",
    "-9223372036854775808ns, -8223372037", // cannot be negated in Go
  })
  void fractionsOfASecondAreDropped(String duration, String seconds) {
    InstantSource clock = InstantSource.fixed(Instant.ofEpochSecond(1_000_000_000, 500_000_000));
    assertEquals(seconds, new Timestamps(clock, "UTC").parse(duration));
  }

  @Test
  void aDateIsAtTheOffsetOfTodayInTheOtherHalfOfTheYear() {
    InstantSource winter = InstantSource.fixed(Instant.parse("2024-12-01T00:00:00Z"));
    InstantSource summer = InstantSource.fixed(Instant.parse("2024-06-01T00:00:00Z"));
    assertEquals("1719878400.000000000", new Timestamps(winter, DUBLIN).parse("2024-07-02"));
    assertEquals("1719874800.000000000", new Timestamps(summer, DUBLIN).parse("2024-07-02"));
    assertEquals("1704153600.000000000", new Timestamps(winter, DUBLIN).parse("2024-01-02"));
    assertEquals("1704150000.000000000", new Timestamps(summer, DUBLIN).parse("2024-01-02"));
  }
}
