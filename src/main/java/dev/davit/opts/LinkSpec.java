package dev.davit.opts;

/** Validates {@code --link NAME[:ALIAS]} and returns it unchanged. */
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
