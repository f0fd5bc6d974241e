package dev.davit.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the bounds between go-units' formats; sizes are in transcripts/ps/sizes.txt. */
final class UnitsTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "PT0S, Less than a second",
    "PT0.999S, Less than a second",
    "PT1S, 1 second",
    "PT2S, 2 seconds",
    "PT59.9S, 59 seconds",
    "PT60S, About a minute",
    "PT119S, About a minute",
    "PT2M, 2 minutes",
    "PT59M59S, 59 minutes",
    "PT60M, About an hour",
    "PT1H29M, About an hour",
    "PT1H30M, 2 hours",
    "PT47H29M, 47 hours",
    "PT47H30M, 2 days",
    "P13DT23H, 13 days",
    "P14D, 2 weeks",
    "P59D, 8 weeks",
    "P60D, 2 months",
    "P729D, 24 months",
    "P730D, 2 years",
    "P3650D, 10 years",
    "P739000D, 292 years"
  })
  void age(Duration age, String words) {
    assertEquals(words, Units.age(age));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "0, 0B",
    "1023, 1023B",
    "1024, 1KiB",
    "1536, 1.5KiB",
    "52428800, 50MiB",
    "1073741824, 1GiB",
    "1099511627775, 1024GiB",
    "123456789, 117.7MiB"
  })
  void binary(double bytes, String text) {
    assertEquals(text, Units.binary(bytes));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"0, 0.00%", "12.345, 12.35%", "0.004, 0.00%", "100, 100.00%", "1234.5, 1234.50%"})
  void percent(double value, String text) {
    assertEquals(text, Units.percent(value));
  }
}
