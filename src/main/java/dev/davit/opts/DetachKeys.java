package dev.davit.opts;

import org.jspecify.annotations.Nullable;

/**
 * The key sequence that detaches from a container, for example {@code ctrl-p,ctrl-q}, or {@code
 * none}.
 */
public final class DetachKeys {
  private static final String NONE = "none";

  /**
   * The key sequence sent to an engine instead of {@code none}, as an engine always looks for one.
   * The engine holds back the first key until the next one: ctrl-@ (NUL) is a rare key, which sets
   * the mark in an editor and has no effect before the next key.
   */
  public static final String NEVER_TYPED =
      "ctrl-@,ctrl-_,ctrl-@,ctrl-^,ctrl-@,ctrl-],ctrl-@,ctrl-_,ctrl-@,ctrl-^,ctrl-@,ctrl-]";

  private static final String CONTROL = "ctrl-";
  private static final int DELETE = 127;

  private final byte[] codes;

  private DetachKeys(byte[] codes) {
    this.codes = codes;
  }

  /** Whether a flag's value disables detaching. */
  public static boolean isNone(@Nullable String text) {
    return NONE.equals(text);
  }

  /** The bytes that the keys send, in order; empty for {@code none}. */
  public byte[] codes() {
    return codes.clone();
  }

  /**
   * Parses a key sequence.
   *
   * @throws IllegalArgumentException naming the first unknown key
   */
  public static DetachKeys parse(String text) {
    if (isNone(text)) {
      return new DetachKeys(new byte[0]);
    }
    String[] keys = text.split(",", -1);
    byte[] codes = new byte[keys.length];
    for (int i = 0; i < keys.length; i++) {
      codes[i] = (byte) code(keys[i]);
    }
    return new DetachKeys(codes);
  }

  private static int code(String key) {
    if (key.length() == 1 && key.charAt(0) < 128) {
      return key.charAt(0);
    }
    if (key.equals("DEL")) {
      return DELETE;
    }
    if (key.length() == CONTROL.length() + 1 && key.startsWith(CONTROL)) {
      char letter = key.charAt(CONTROL.length());
      int code = letter - '@';
      // ctrl-@ is 0, followed by the letters and [ \ ] ^ _
      if (letter >= 'a' && letter <= 'z') {
        return letter - 'a' + 1;
      }
      if (code == 0 || code > 26 && code < 32) {
        return code;
      }
    }
    throw new IllegalArgumentException("Unknown character: '" + key + "'");
  }
}
