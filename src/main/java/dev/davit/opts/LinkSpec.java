package dev.davit.opts;

/** {@code --link NAME[:ALIAS]}: checked, and sent as it was typed. */
public final class LinkSpec {
  private LinkSpec() {}

  public static String parse(String text) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("empty string specified for links");
    }
    if (text.indexOf(':') != text.lastIndexOf(':')) {
      throw new IllegalArgumentException("bad format for links: " + text);
    }
    return text;
  }
}
