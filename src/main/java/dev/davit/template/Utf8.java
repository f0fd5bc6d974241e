package dev.davit.template;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Measures and slices strings in UTF-8 bytes, as Go does. */
final class Utf8 {
  private Utf8() {}

  static int length(String text) {
    int bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c) && i + 1 < text.length()) {
        bytes += 4;
        i++;
      } else {
        bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
      }
    }
    return bytes;
  }

  /** Returns the bytes from start to end; incomplete characters at the ends become U+FFFD. */
  static String slice(String text, int start, int end) {
    byte[] bytes = text.getBytes(UTF_8);
    return bytes.length == text.length()
        ? text.substring(start, end)
        : new String(bytes, start, end - start, UTF_8);
  }
}
