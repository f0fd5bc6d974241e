package dev.davit.opts;

import java.util.regex.Pattern;

/** A MAC address of 6, 8 or 20 bytes, in any form that Go's net.ParseMAC takes. */
public final class MacAddress {
  private static final Pattern BYTES =
      Pattern.compile("\\p{XDigit}{2}(?:(?::\\p{XDigit}{2})+|(?:-\\p{XDigit}{2})+)");
  private static final Pattern WORDS = Pattern.compile("\\p{XDigit}{4}(?:\\.\\p{XDigit}{4})+");

  private MacAddress() {}

  /** Whether it is one, spaces around it not counted. */
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
