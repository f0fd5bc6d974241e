package dev.davit.cli;

import dev.davit.terminal.WindowSize;

/**
 * The style of help: the terminal's width and colors; plain if standard output is not a terminal.
 */
public record HelpStyle(int width, boolean coloured) {
  static final HelpStyle PLAIN = new HelpStyle(80, false);

  /** The minimum width leaves room for descriptions; beyond the maximum, lines are hard to read. */
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
