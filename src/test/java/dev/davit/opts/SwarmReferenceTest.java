package dev.davit.opts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The messages are from {@code service create --secret} of docker 28.2.2. */
final class SwarmReferenceTest {
  @ParameterizedTest(name = "[{0}]")
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "a                           | a a 0 0 292",
        "a.b-c                       | a.b-c a.b-c 0 0 292",
        "source=a                    | a a 0 0 292",
        "SRC=a,Target=/x             | a /x 0 0 292",
        "source=,src=a               | a a 0 0 292",
        "source=a,target=            | a a 0 0 292",
        "source=a,uid=x,gid=1000     | a a x 1000 292",
        "source=a,mode=0400          | a a 0 0 256",
        "source=a,mode=0o400         | a a 0 0 256",
        "source=a,mode=9             | a a 0 0 9",
        "source=a,mode=0x1ff         | a a 0 0 511",
        "source=a,mode=4294967295    | a a 0 0 4294967295",
        "source=a,target=b=c         | a b=c 0 0 292",
        "source=a,\"target=b,c\"     | a b,c 0 0 292",
      })
  void aReferenceIsANameOrFields(String text, String expected) {
    for (SwarmReference each :
        new SwarmReference[] {SwarmReference.ofSecret(text), SwarmReference.ofConfig(text)}) {
      assertEquals(
          expected,
          String.join(" ", each.source(), each.target(), each.uid(), each.gid(), "" + each.mode()));
    }
  }

  @ParameterizedTest(name = "[{0}]")
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "``                          | EOF",
        "source=                     | source is required",
        "source=a,src=               | source is required",
        "target=x                    | source is required",
        "a=b,source=c                | invalid field in secret request: a",
        "source=a,Foo=b              | invalid field in secret request: Foo",
        "src=a,b                     | invalid field 'b' must be a key=value pair",
        "a,b                         | invalid field 'a' must be a key=value pair",
        "\"a | parse error on line 1, column 3: extraneous or missing \" in quoted-field",
        "a\"b | parse error on line 1, column 2: bare \" in non-quoted-field",
        "source=a,mode=    "
            + "| invalid mode specified: strconv.ParseUint: parsing \"\": invalid syntax",
        "source=a,mode=abc "
            + "| invalid mode specified: strconv.ParseUint: parsing \"abc\": invalid syntax",
        "source=a,mode=-1  "
            + "| invalid mode specified: strconv.ParseUint: parsing \"-1\": invalid syntax",
        "source=a,mode=+1  "
            + "| invalid mode specified: strconv.ParseUint: parsing \"+1\": invalid syntax",
        "source=a,mode=37777777777 "
            + "| invalid mode specified: strconv.ParseUint: parsing \"37777777777\": value out of range",
      })
  void anInvalidReferenceIsRefused(String text, String message) {
    assertEquals(
        message,
        assertThrows(IllegalArgumentException.class, () -> SwarmReference.ofSecret(text))
            .getMessage());
  }

  @Test
  void configsHaveMessagesOfTheirOwn() {
    assertEquals(
        "invalid field in config request: a",
        assertThrows(IllegalArgumentException.class, () -> SwarmReference.ofConfig("a=b"))
            .getMessage());
  }
}
