package dev.davit.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.davit.engine.model.ProgressMessage.Progress;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compares progress with moby's pkg/jsonmessage, at a clock of 1,000 seconds after 1970. */
final class ProgressBarTest {
  private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochSecond(1000));

  @ParameterizedTest(name = "{0} of {1} since {2} {3} {4} on {5}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "0|0|0|false||200|``",
        "-1|-1|0|false||200|``",
        "1|0|0|false||200|      1B",
        "50|0|0|false|files|200|50 files",
        "0|100|0|false||110|      0B/100B",
        "0|100|0|false||111|[>                                                  ]       0B/100B",
        "50|100|0|false||111|[=========================>                         ]      50B/100B",
        "100|100|0|false||111|[==================================================>]     100B/100B",
        "200|100|0|false||111|[==================================================>]     200B",
        "200|100|0|false|s|80|200 s",
        "50|100|0|false|s|80|50/100 s",
        "50|100|0|true|s|80|``",
        "50|100|0|true||111|[=========================>                         ] ",
        "50|100|900|false||80|     50B/100B 1m40s",
        "50|100|900|false||50|     50B/100B",
        "1|100|10|false||51|      1B/100B 27h13m30s",
        "1|100|0|false||80|      1B/100B",
        "99|100|900|false||80|     99B/100B 1s",
        "100|100|900|false||80|    100B/100B",
        "0|100|900|false||80|      0B/100B",
        "50|100|2000|false||80|     50B/100B -16m40s",
        "1000|3000000|999|false||80|     1kB/3MB 49m59s",
      })
  void isDockers(
      long current,
      long total,
      long start,
      boolean hideCounts,
      String units,
      int columns,
      String text) {
    Progress progress = new Progress(current, total, start, hideCounts, units);
    assertEquals(text, ProgressBar.text(progress, columns, CLOCK));
  }
}
