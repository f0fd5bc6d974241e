package dev.davit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Masked cells change the width of their column, but not the blanks behind its longest cell. */
final class MaskedTableTest {
  @Test
  void theLongestCellDecidesTheWidthOfAColumn() {
    assertEquals(
        List.of(
            "ID     STATUS     NAMES", //
            "<id>   Created    a",
            "<id>   Up <age>   bb",
            "                  c"),
        masked(
            "ID        STATUS          NAMES",
            "1234567   Created         a",
            "123456    Up 42 seconds   bb",
            "                          c"));
  }

  @Test
  void tooMuchPaddingStays() {
    assertEquals(
        List.of("STATUS      NAMES", "Up <age>    a"),
        masked("STATUS           NAMES", "Up 42 seconds    a"));
  }

  @Test
  void tooLittlePaddingIsNoColumn() {
    assertEquals(
        List.of("STATUS         NAMES", "Up <age>  a"),
        masked("STATUS         NAMES", "Up 42 seconds  a"));
  }

  private static List<String> masked(String... lines) {
    return MaskedTable.of(
        List.of(lines),
        cell -> cell.replaceAll("^\\d{6,}$", "<id>").replaceAll("\\d+ seconds", "<age>"));
  }
}
