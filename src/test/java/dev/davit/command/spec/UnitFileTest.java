package dev.davit.command.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words of a unit's command lines: systemd.syntax(7) and systemd.service(5), COMMAND LINES. */
final class UnitFileTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          nginx:1.27        | nginx:1.27
          --env=A=b+c,@d    | --env=A=b+c,@d
          ``                | ""
          a b               | "a b"
          ;                 | ";"
          50%               | "50%%"
          $HOME             | "$$HOME"
          it's              | "it's"
          say "x"           | "say \\"x\\""
          back\\slash       | "back\\\\slash"
          `a
          b`                | "a\\nb"
          a\tb              | "a\\x09b"
          é                 | "é"
          """)
  void isQuoted(String word, String quoted) {
    assertEquals(quoted, UnitFile.word(word));
  }
}
