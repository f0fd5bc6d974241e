package dev.davit.opts;

import org.jspecify.annotations.Nullable;

/** The keys that leave a container without stopping it: {@code ctrl-p,ctrl-q}; or none. */
public final class DetachKeys {
  private static final String NONE = "none";

  /**
   * What an engine, which looks for keys itself, is told in place of none. It holds the first back
   * until another key follows; by NUL an editor sets a mark, which the next key makes of use.
   */
  public static final String NEVER_TYPED =
      "ctrl-@,ctrl-_,ctrl-@,ctrl-^,ctrl-@,ctrl-],ctrl-@,ctrl-_,ctrl-@,ctrl-^,ctrl-@,ctrl-]";

  private static final String CONTROL = "ctrl-";
  private static final int DELETE = 127;

  private final byte[] codes;

  private DetachKeys(byte[] codes) {
    this.codes = codes;
  }

  /** Whether it says that no keys are to detach. */
  public static boolean isNone(@Nullable String text) {
    return NONE.equals(text);
  }

  /** The bytes that the keys send, in the order they are pressed; none if there are no keys. */
  public byte[] codes() {
    return codes.clone();
  }

  /** Throws IllegalArgumentException naming the key that there isn't. */
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
      // ctrl-@ is 0, then come the letters, [ \ ] ^ and _
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
