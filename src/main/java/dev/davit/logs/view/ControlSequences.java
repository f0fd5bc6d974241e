package dev.davit.logs.view;

import dev.davit.logs.line.VisibleText;
import java.util.HexFormat;

/**
 * Escapes the control characters of a line that would move the cursor, so that it stays behind its
 * prefix; sequences that set colours stay.
 */
final class ControlSequences {
  /** Resets all colours. */
  static final String RESET = "\u001b[0m";

  private static final HexFormat HEX = HexFormat.of();

  private ControlSequences() {}

  /** Whether a line sets colours. */
  static boolean setColors(byte[] line) {
    for (int at = 0; at < line.length; at++) {
      if (VisibleText.endOfSgr(line, at) > 0) {
        return true;
      }
    }
    return false;
  }

  /** Replaces control characters by escapes such as {@code \x08}; tabs and newlines stay. */
  static byte[] shown(byte[] line) {
    Bytes shown = null;
    for (int at = 0; at < line.length; at++) {
      int end = VisibleText.endOfSgr(line, at);
      boolean steers = end == 0 && steers(line, at);
      if (steers && shown == null) {
        shown = new Bytes().add(line, 0, at);
      }
      if (shown != null) {
        if (steers) {
          shown.add("\\x").add(HEX.toHexDigits(line[at]));
        } else {
          shown.add(line, at, Math.max(end, at + 1));
        }
      }
      at = Math.max(end - 1, at);
    }
    return shown == null ? line : shown.toByteArray();
  }

  /** Whether a control character, or a byte of one above ASCII, is at an index. */
  private static boolean steers(byte[] line, int at) {
    byte b = line[at];
    return b >= 0 && b < ' ' && b != '\t' && b != '\n'
        || b == 0x7f
        || isC1(b) && at > 0 && line[at - 1] == (byte) 0xc2
        || b == (byte) 0xc2 && at + 1 < line.length && isC1(line[at + 1]);
  }

  private static boolean isC1(byte b) {
    return (b & 0xe0) == 0x80;
  }
}
