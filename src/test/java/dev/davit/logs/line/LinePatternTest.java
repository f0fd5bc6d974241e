package dev.davit.logs.line;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests which lines match, and the literals that save most of the matching. */
final class LinePatternTest {
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '"',
      value = {
        "timeout                       ~ timeout",
        "(timeout|refused): \\d+       ~ timeout refused",
        "abc\\.def?                    ~ abc.de",
        "a(?:bc|de)*f                  ~ a",
        "xy+z                          ~ xy",
        "^\\[error\\]                  ~ [error]",
        "[a-z]+\\d{2}                  ~ ",
        "a|b*                          ~ ",
        "(?i)Error                     ~ error",
        "(?s)a.b                       ~ ",
        "\\x41                         ~ ",
        "a{2}                          ~ ",
        "(?i)é                         ~ ",
        "GET /api/\\w+/[^/]+ 5\\d\\d   ~ GET /api/",
      })
  void literals(String regex, String literals) {
    RequiredLiterals.Literals found = RequiredLiterals.of(regex);
    if (literals == null || found == null) {
      assertEquals(literals, found);
    } else {
      List<String> texts = found.texts().stream().map(text -> new String(text, UTF_8)).toList();
      assertEquals(literals, String.join(" ", texts));
    }
  }

  @Test
  void literalsNeverHideAMatch() {
    Random random = new Random(1);
    String[] parts = {
      "a", "b", "C", "k", "(", ")", "|", "*", "+", "?", ".", "[ab]", "\\d", "^", "$", "(?:", "\\b",
      "\\.", "é", "(?i)", "[^a]", "ab", "\\", "{2}", "1"
    };
    String[] letters = {"a", "b", "C", "c", "A", "k", "K", "\u212a", "é", ".", "1", " "};
    int valid = 0;
    for (int i = 0; i < 60_000; i++) {
      String regex = text(random, parts, 7);
      try {
        Pattern pattern = Pattern.compile(regex);
        LinePattern fast = LinePattern.parse(regex);
        for (int j = 0; j < 4; j++) {
          String line = text(random, letters, 6);
          boolean expected = pattern.matcher(line).find();
          assertEquals(expected, isIn(fast, line.getBytes(UTF_8)), regex + " in " + line);
        }
        valid++;
      } catch (PatternSyntaxException e) {
        // random text
      }
    }
    assertEquals(true, valid > 5000, "" + valid);
  }

  private static String text(Random random, String[] parts, int most) {
    StringBuilder text = new StringBuilder();
    for (int left = random.nextInt(most) + 1; left > 0; left--) {
      text.append(parts[random.nextInt(parts.length)]);
    }
    return text.toString();
  }

  private static boolean isIn(LinePattern pattern, byte[] line) {
    return pattern.isIn(VisibleText.of(line));
  }

  @Test
  void colorsAreInvisible() {
    byte[] line = "\u001b[31mERR\u001b[0mOR: x".getBytes(UTF_8);
    assertEquals(true, isIn(LinePattern.parse("^ERROR: x$"), line));
  }

  @Test
  void bytesNeedNotBeUtf8() {
    byte[] line = "caf\u00e9 \u00c3 closed".getBytes(ISO_8859_1);
    assertEquals(true, isIn(LinePattern.parse("closed$"), line));
    assertEquals(false, isIn(LinePattern.parse("opened"), line));
  }

  @Test
  void aMistakeIsOneLine() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> LinePattern.parse("a(b"));
    assertEquals("error parsing regexp: missing closing ): `a(b`", e.getMessage());
  }
}
