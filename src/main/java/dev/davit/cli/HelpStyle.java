package dev.davit.cli;

import dev.davit.terminal.WindowSize;

/** How help is shown: as wide as the terminal and with colours there, plain elsewhere. */
public record HelpStyle(int width, boolean coloured) {
  static final HelpStyle PLAIN = new HelpStyle(80, false);

  /** Narrower than this no column is left for words; wider than that they are hard to read. */
  private static final int NARROWEST = 60;

  private static final int WIDEST = 140;

  public static HelpStyle of(ProcessEnvironment app) {
    if (!app.streams().outIsTerminal()) {
      return PLAIN;
    }
    WindowSize size = app.streams().outSize();
    int width = size.isKnown() ? Math.clamp(size.columns(), NARROWEST, WIDEST) : PLAIN.width;
    boolean plain =
        !app.env().getOrDefault("NO_COLOR", "").isEmpty()
            || app.env().getOrDefault("TERM", "dumb").equals("dumb");
    return new HelpStyle(width, !plain);
  }

  String heading(String text) {
    return coloured ? "\u001b[1m" + text + "\u001b[0m" : text;
  }
}
