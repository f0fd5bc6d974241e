package dev.davit.opts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.davit.gotypes.GoInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests which texts docker 28.2.2's {@code port} accepts as a number. */
final class PortNumberTest {
  @ParameterizedTest
  @CsvSource({"0, 0", "80, 80", "080, 80", "65535, 65535"})
  void isRead(String text, int port) {
    assertEquals(port, GoInt.parsePort(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "-1", "+1", "0x50", "8_0", " 80", "80-81", "8.0"})
  void isNoNumber(String text) {
    assertRefused(text, "invalid syntax");
  }

  @ParameterizedTest
  @ValueSource(strings = {"65536", "99999", "99999999999999999999"})
  void isTooLarge(String text) {
    assertRefused(text, "value out of range");
  }

  private static void assertRefused(String text, String reason) {
    assertEquals(
        "strconv.ParseUint: parsing \"" + text + "\": " + reason,
        assertThrows(IllegalArgumentException.class, () -> GoInt.parsePort(text)).getMessage());
  }
}
