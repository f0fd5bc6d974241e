package dev.davit.value;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Whether a text is an IP address, without ever asking a name server. */
public final class IpAddress {
  private IpAddress() {}

  public static boolean isValid(String text) {
    return text.indexOf(':') >= 0 ? isV6(text) : isV4(text);
  }

  private static boolean isV4(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 4) {
      return false;
    }
    for (String part : parts) {
      boolean number =
          !part.isEmpty()
              && part.length() <= 3
              && part.chars().allMatch(c -> c >= '0' && c <= '9')
              && (part.length() == 1 || part.charAt(0) != '0');
      if (!number || Integer.parseInt(part) > 255) {
        return false;
      }
    }
    return true;
  }

  private static boolean isV6(String text) {
    boolean plausible =
        text.chars().allMatch(c -> c == ':' || c == '.' || Character.digit(c, 16) >= 0);
    try {
      // with a colon in it, a text is never looked up as a name
      return plausible && InetAddress.getByName(text) != null;
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
