package dev.davit.opts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FiltersTest {
  /**
   * The expected filters are from requests of docker 28.2.2's {@code container prune}; {@code ;}
   * separates filters.
   */
  @ParameterizedTest(name = "given [{0}], configured [{1}]")
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "||",
        "label=none||{\"label\":{\"none\":true}}",
        "|label=foo;label!=bar|",
        "label=none|label=foo;label!=bar|{\"label\":{\"none\":true},\"label!\":{\"bar\":true}}",
        "label!=none|label=foo;label!=bar"
            + "|{\"label\":{\"foo\":true},\"label!\":{\"bar\":true,\"none\":true}}",
        "label!=none;label=none|label=foo;label!=bar"
            + "|{\"label\":{\"foo\":true,\"none\":true},\"label!\":{\"bar\":true,\"none\":true}}",
        "label!=foo|label=foo;label!=bar|{\"label!\":{\"foo\":true}}",
        "label=bar|label=foo;label!=bar|{\"label\":{\"bar\":true}}",
        "|LABEL = foo;until=1h;x|{\"LABEL \":{\" foo\":true},\"until\":{\"1h\":true}}",
        "until=2h|until=1h|{\"until\":{\"1h\":true,\"2h\":true}}",
      })
  void configuredFiltersAreAddedToTheFlags(String given, String configured, String json) {
    assertEquals(json, Filters.toJson(Filters.withConfigured(list(given), list(configured))));
  }

  private static List<String> list(String text) {
    return Arrays.stream(Objects.requireNonNullElse(text, "").split(";"))
        .filter(part -> !part.isEmpty())
        .toList();
  }

  @ParameterizedTest(name = "[{0}]")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"` STATUS = running ` | status=running", "`` | ``", "a=b=c | a=b=c", "a= | a="})
  void namesAreInLowerCaseAndNothingHasBlanks(String typed, String filter) {
    assertEquals(filter, Filters.parse(typed));
  }

  @Test
  void aNameAloneIsRefused() {
    assertEquals(
        "bad format of filter (expected name=value)",
        assertThrows(IllegalArgumentException.class, () -> Filters.parse("status")).getMessage());
  }
}
