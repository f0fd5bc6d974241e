package dev.davit.value;

/** The keys that leave a container without stopping it: {@code ctrl-p,ctrl-q}. */
public final class DetachKeys {
  private static final String CONTROL = "ctrl-";
  private static final int DELETE = 127;

  private final byte[] codes;

  private DetachKeys(byte[] codes) {
    this.codes = codes;
  }

  /** The bytes that the keys send, in the order they are pressed. */
  public byte[] codes() {
    return codes.clone();
  }

  /** Throws IllegalArgumentException naming the key that there isn't. */
  public static DetachKeys parse(String text) {
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
