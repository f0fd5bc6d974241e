package dev.davit.resource;

/** The first twelve digits of an ID, by which lists show it. */
public final class ShortId {
  private static final int DIGITS = 12;

  private ShortId() {}

  /** Returns the short form of an ID, without its algorithm ({@code sha256:}). */
  public static String of(String id) {
    String digits = id.substring(id.indexOf(':') + 1);
    return digits.length() > DIGITS ? digits.substring(0, DIGITS) : digits;
  }
}
