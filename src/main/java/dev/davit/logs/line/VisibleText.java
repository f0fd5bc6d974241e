package dev.davit.logs.line;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The visible text of a line: without the escape sequences that set colours, so that patterns match
 * coloured words.
 */
public final class VisibleText {
  private static final byte ESCAPE = 0x1b;

  private final byte[] bytes;
  private final int @Nullable [] places;
  private final boolean ascii;
  private @Nullable String decoded;
  private boolean valid;

  private VisibleText(byte[] bytes, int @Nullable [] places, boolean ascii) {
    this.bytes = bytes;
    this.places = places;
    this.ascii = ascii;
  }

  public static VisibleText of(byte[] line) {
    boolean ascii = true;
    boolean escapes = false;
    for (byte b : line) {
      ascii &= b >= 0;
      escapes |= b == ESCAPE;
    }
    return escapes ? withoutEscapes(line, ascii) : new VisibleText(line, null, ascii);
  }

  private static VisibleText withoutEscapes(byte[] line, boolean ascii) {
    byte[] visible = new byte[line.length];
    int[] places = new int[line.length + 1];
    int length = 0;
    for (int at = 0; at < line.length; at++) {
      int end = endOfSgr(line, at);
      if (end > 0) {
        at = end - 1;
      } else {
        places[length] = at;
        visible[length++] = line[at];
      }
    }
    places[length] = line.length;
    return new VisibleText(Arrays.copyOf(visible, length), places, ascii);
  }

  /**
   * Returns the index behind a sequence that sets colours, {@code ESC [ … m}; 0 if no sequence
   * begins at an index.
   */
  public static int endOfSgr(byte[] line, int at) {
    if (line[at] != ESCAPE || at + 1 >= line.length || line[at + 1] != '[') {
      return 0;
    }
    int end = at + 2;
    while (end < line.length && (line[end] >= '0' && line[end] <= '9' || isSeparator(line[end]))) {
      end++;
    }
    return end < line.length && line[end] == 'm' ? end + 1 : 0;
  }

  private static boolean isSeparator(byte b) {
    return b == ';' || b == ':';
  }

  /** The bytes of the text. */
  byte[] bytes() {
    return bytes;
  }

  /** Whether each character is one byte. */
  boolean isAscii() {
    return ascii;
  }

  /** The decoded text; with a character for each byte if the bytes are not UTF-8. */
  String text() {
    if (decoded == null) {
      valid = isUtf8(bytes);
      decoded = new String(bytes, valid ? UTF_8 : ISO_8859_1);
    }
    return decoded;
  }

  /** The index in the line of a character of the text. */
  int place(int index) {
    String text = ascii ? "" : text();
    int at = ascii || !valid ? index : text.substring(0, index).getBytes(UTF_8).length;
    return places == null ? at : places[at];
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
