package dev.davit.logs.view;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.davit.gotypes.LocalZone;
import dev.davit.logs.line.LinePattern;
import dev.davit.logs.line.LogTime;
import dev.davit.terminal.TextStyle;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests how times, JSON, matches and control characters are shown. */
final class LineFormsTest {
  private static final long TIME = LogTime.nanos(Instant.parse("2026-11-29T20:00:00.123456789Z"));

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "NONE,",
        "RFC3339,2026-11-29T21:00:00.123456789+01:00 ",
        "SHORT,11-29 21:00:00.123 ",
        "RELATIVE, 5m ago ",
        "DELTA,  +0.000s ",
      })
  void times(TimestampStyle style, String shown) {
    assertEquals(shown == null ? "" : shown, stamps(style).before(TIME));
  }

  @Test
  void deltasAreBetweenLines() {
    Stamps stamps = stamps(TimestampStyle.DELTA);
    stamps.before(TIME);
    assertEquals("  +1.500s ", stamps.before(TIME + 1_500_000_000L));
    assertEquals("  -0.500s ", stamps.before(TIME + 1_000_000_000L));
    assertEquals("+3600.000s ", stamps.before(TIME + 3_601_000_000_000L));
  }

  private static Stamps stamps(TimestampStyle style) {
    return new Stamps(
        style, LocalZone.of("Europe/Berlin"), () -> Instant.parse("2026-11-29T20:05:03Z"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "msg,level  | {\"level\":\"warn\",\"msg\":\"a b\"} | a b warn",
        "a.b,n      | {\"a\":{\"b\":[1,{\"c\":\"d\"}]},\"n\":1.50} | [1,{\"c\":\"d\"}] 1.50",
        "a.b        | {\"a.b\":null} | null",
        "msg        | {\"msg\":\"two\\nlines\\u001b[31m\"} | two\\nlines\\x1b[31m",
        "other      | {\"msg\":1} | {\"msg\":1}",
        "msg        | {\"msg\":1} x | {\"msg\":1} x",
        "msg        | msg | msg",
        "pretty     | {\"a\":1} | {~    \"a\": 1~}",
        "pretty     | {broken | {broken",
      })
  void json(String form, String line, String shown) {
    byte[] text = JsonView.parse(form).of(line.getBytes(UTF_8));
    assertEquals(shown, new String(text, UTF_8).replace('\n', '~'));
  }

  @Test
  void emptyFieldsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> JsonView.parse("a,,b"));
    assertThrows(IllegalArgumentException.class, () -> JsonView.parse(""));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "one two    | two | one <two>",
        "aXbX       | X   | a<X>b<X>",
        "none       | z*  | none",
        "^[31mred^[0m two | red two | ^[31m<red two>^[0m",
        "^[31ma red one^[0m | red | ^[31ma <red>^[31m one^[0m",
      })
  void matches(String line, String regex, String shown) {
    Highlighter highlighter =
        new Highlighter(List.of(LinePattern.parse(regex)), new TextStyle("<", ">"));
    String text = new String(highlighter.of(line.replace("^[", "\u001b[").getBytes(UTF_8)), UTF_8);
    assertEquals(shown, text.replace("\u001b[", "^["));
  }

  @Test
  void controlCharactersAreEscapedButColorsStay() {
    String line = "a\tb\b\r\u001b[31mred\u001b[2J\u0085 é";
    String shown = new String(ControlSequences.shown(line.getBytes(UTF_8)), UTF_8);
    assertEquals("a\tb\\x08\\x0d\u001b[31mred\\x1b[2J\\xc2\\x85 é", shown);
  }

  @Test
  void aNameAlwaysHasTheSameColor() {
    assertEquals(TextStyle.ofName("web-1"), TextStyle.ofName("web-1"));
    long colors =
        Stream.iterate(0, i -> i + 1)
            .limit(200)
            .map(i -> TextStyle.ofName("c" + i))
            .distinct()
            .count();
    assertEquals(10, colors);
    assertEquals("\u001b[0m", TextStyle.ofName("web").end());
  }
}
