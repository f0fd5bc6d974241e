package dev.davit.engine.stream;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reads streams in hex and compares the output and errors, for any division of the bytes. */
final class FrameReaderTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "nothing                | ''                                                       | ''    | ''  | -",
        "one frame              | 0100000000000002 6f6b                                    | ok    | ''  | -",
        "both streams           | 0100000000000001 61 0200000000000001 62 0100000000000001 63 | ac  | b   | -",
        "stdin's echo           | 0000000000000001 61                                      | a     | ''  | -",
        "frame of nothing       | 0100000000000000 0200000000000000 0100000000000001 61    | a     | ''  | -",
        "bytes that are no text | 0100000000000003 00ff80                                  | 00ff80 | '' | -",
        "odd bytes in a header  | 01ffeedd00000001 61                                      | a     | ''  | -",
        "cut in a header        | 0100000000000001 61 010000                               | a     | ''  | unexpected EOF",
        "cut before a payload   | 0100000000000001                                         | ''    | ''  | unexpected EOF",
        "cut in a payload       | 0200000000000005 6162                                    | ''    | ab  | unexpected EOF",
        "4 GiB announced        | 01000000ffffffff 6162                                    | ab    | ''  | unexpected EOF",
        "2 GiB announced        | 010000007fffffff 6162                                    | ab    | ''  | unexpected EOF",
        "unknown stream         | 0100000000000001 61 0700000000000001 62                  | a     | ''  | Unrecognized input header: 7",
        "stream above 127       | ff00000000000001 62                                      | ''    | ''  | Unrecognized input header: 255",
        "the engine's complaint | 0100000000000001 61 0300000000000004 6f6f7073            | a     | ''  | error from daemon in stream: oops",
        "an empty complaint     | 0300000000000000                                         | ''    | ''  | error from daemon in stream:",
        "a complaint cut short  | 0300000000000004 6f6f                                    | ''    | ''  | unexpected EOF"
      })
  void splits(String name, String hex, String out, String err, String failure) {
    byte[] stream = HexFormat.of().parseHex(hex.replace(" ", ""));
    for (int size = 1; size <= stream.length + 1; size++) {
      assertEquals(out + "/" + err + "/" + failure, outcome(stream, size), name + " by " + size);
    }
  }

  private static String outcome(byte[] stream, int size) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    String failure = "null";
    try (InputStream in = new Piecemeal(stream, size)) {
      FrameReader.copy(in, out, err);
    } catch (IOException e) {
      failure = String.valueOf(e.getMessage()).strip();
    }
    return shown(out) + '/' + shown(err) + '/' + failure;
  }

  private static String shown(ByteArrayOutputStream bytes) {
    String text = bytes.toString(ISO_8859_1);
    return text.chars().allMatch(c -> c > ' ' && c < 127)
        ? text
        : HexFormat.of().formatHex(bytes.toByteArray());
  }

  /** A stream that returns a limited number of bytes at a time. */
  private static final class Piecemeal extends ByteArrayInputStream {
    private final int size;

    Piecemeal(byte[] bytes, int size) {
      super(bytes);
      this.size = size;
    }

    @Override
    public synchronized int read(byte[] bytes, int offset, int length) {
      return super.read(bytes, offset, Math.min(length, size));
    }
  }
}
