package dev.davit.opts;

import java.util.regex.Pattern;

/** Validates MAC addresses of 6, 8 or 20 bytes, in all formats of Go's net.ParseMAC. */
public final class MacAddress {
  private static final Pattern BYTES =
      Pattern.compile("\\p{XDigit}{2}(?:(?::\\p{XDigit}{2})+|(?:-\\p{XDigit}{2})+)");
  private static final Pattern WORDS = Pattern.compile("\\p{XDigit}{4}(?:\\.\\p{XDigit}{4})+");

  private MacAddress() {}

  /** Whether a text is a MAC address, ignoring surrounding spaces. */
  public static boolean isValid(String text) {
    String address = text.strip();
    if (BYTES.matcher(address).matches()) {
      return isLength((address.length() + 1) / 3);
    }
    return WORDS.matcher(address).matches() && isLength((address.length() + 1) * 2 / 5);
  }

  private static boolean isLength(int bytes) {
    return bytes == 6 || bytes == 8 || bytes == 20;
  }
}
