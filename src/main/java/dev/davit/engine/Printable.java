package dev.davit.engine;

/** Text that was written elsewhere, as it may be shown on a terminal. */
final class Printable {
  private Printable() {}

  /** Without the means to steer a terminal, or to forge a line that returns over this one. */
  static String text(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.replace("\r\n", "\n")
        .codePoints()
        .forEach(
            c -> {
              if (Character.isISOControl(c) && c != '\n' && c != '\t') {
                shown.append("\\x").append(GoQuote.hex(c, 2));
              } else {
                shown.appendCodePoint(c);
              }
            });
    return shown.toString();
  }
}
