package dev.davit.config;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Decodes padded base64 as Go's StdEncoding: line ends are skipped, all else must be valid. */
final class GoBase64 {
  private GoBase64() {}

  /**
   * @throws IllegalArgumentException in Go's words
   */
  static String decode(String text) {
    String base64 = text.replace("\r", "").replace("\n", "");
    int good = 0;
    while (good < base64.length() && isDigit(base64.charAt(good))) {
      good++;
    }
    int rest = base64.length() % 4;
    if (rest != 0) {
      throw illegal(good == base64.length() ? good - rest : good);
    }
    try {
      return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw illegal(good);
    }
  }

  private static boolean isDigit(char c) {
    return (c < 0x80 && Character.isLetterOrDigit(c)) || c == '+' || c == '/';
  }

  private static IllegalArgumentException illegal(int at) {
    return new IllegalArgumentException("illegal base64 data at input byte " + at);
  }
}
