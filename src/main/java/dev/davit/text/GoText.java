package dev.davit.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.regex.Pattern;

/**
 * Text as Go reads it from strings of any bytes; such a string has a char for each byte here, as
 * the names of files in archives have.
 */
public final class GoText {
  /** The white space of Unicode, in UTF-8. */
  private static final String SPACE =
      "(?:[\t\n\u000b\f\r ]|\u00c2[\u0085\u00a0]|\u00e1\u009a\u0080"
          + "|\u00e2\u0080[\u0080-\u008a\u00a8\u00a9\u00af]|\u00e2\u0081\u009f|\u00e3\u0080\u0080)";

  private static final Pattern AROUND = Pattern.compile("^" + SPACE + "+|" + SPACE + "+$");

  private GoText() {}

  /** Removes white space around a string of bytes (strings.TrimSpace). */
  public static String trimRaw(String raw) {
    return AROUND.matcher(raw).replaceAll("");
  }

  /** Decodes a string of bytes, of which each invalid one becomes U+FFFD, as in a range loop. */
  public static String decode(String raw) {
    if (raw.chars().allMatch(c -> c < 0x80)) {
      return raw;
    }
    byte[] bytes = raw.getBytes(ISO_8859_1);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < bytes.length; ) {
      int length = length(bytes, i);
      text.append(length == 0 ? "\ufffd" : new String(bytes, i, length, UTF_8));
      i += Math.max(length, 1);
    }
    return text.toString();
  }

  /** The number of bytes of the character at a position; 0 if it is invalid. */
  private static int length(byte[] bytes, int at) {
    int first = bytes[at] & 0xff;
    int length = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    try {
      UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, at, Math.min(length, bytes.length - at)));
      return length;
    } catch (CharacterCodingException e) {
      return 0;
    }
  }
}
