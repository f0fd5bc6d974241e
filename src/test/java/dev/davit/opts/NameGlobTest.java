package dev.davit.opts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests which names a pattern matches. */
final class NameGlobTest {
  @ParameterizedTest(name = "{0} on {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "web*        | web          | true",
        "web*        | web-1        | true",
        "web*        | my-web       | false",
        "web*        | web/app      | false",
        "*/app:*     | team/app:1   | true",
        "web-?       | web-1        | true",
        "web-?       | web-10       | false",
        "web-[0-9]   | web-7        | true",
        "web-[0-9]   | web-a        | false",
        "web-[^0-9]  | web-a        | true",
        "web-[^0-9]  | web-7        | false",
        "web-[^0-9]  | web-/        | false",
        "web-[ab-d]  | web-c        | true",
        "web-[a-]    | web--        | true",
        "web-[]a]    | web-]        | true",
        "web-[z-a]   | web-b        | false",
        "web-[^z-a]  | web-b        | true",
        "web-[1      | web-[1       | true",
        "web.[&&]    | web.&        | true",
        "a.b*        | axb          | false",
        "(a)*\\d     | (a)x\\d      | true",
      })
  void matches(String pattern, String name, boolean matches) {
    assertEquals(matches, NameGlob.parse(pattern).matches(name));
  }
}
