package dev.davit.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests which answers docker 28.2.2's {@code container prune} accepts as yes. */
final class ConfirmationTest {
  @ParameterizedTest(name = "[{0}]: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "y         | true",
        "y~        | true",
        "Y~        | true",
        "` y ~`    | true",
        "y^~       | true",
        "y~n~      | true",
        "``        | false",
        "~y~       | false",
        "yes~      | false",
        "n~        | false",
        "1~        | false",
      })
  void onlyALineOfYIsAYes(String input, boolean given) throws IOException {
    byte[] in = input.replace('~', '\n').replace('^', '\r').getBytes(UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Streams streams = Streams.of(in, out, new ByteArrayOutputStream());
    assertEquals(given, Confirmation.isGiven(streams, "Sure?", streams.out()));
    assertEquals("Sure? [y/N] ", out.toString(UTF_8));
  }
}
