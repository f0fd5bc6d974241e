package dev.davit.opts;

import dev.davit.gotypes.GoInt;

/** {@code --tty}: a boolean, or {@code auto} for a TTY only where there is a terminal here. */
public enum TtyChoice {
  NO,
  YES,
  AUTO;

  public static TtyChoice parse(String text) {
    return text.equals("auto") ? AUTO : of(GoInt.parseBool(text));
  }

  private static TtyChoice of(boolean tty) {
    return tty ? YES : NO;
  }

  /** Whether there is to be a TTY, on a terminal or not. */
  public boolean isTty(boolean terminal) {
    return this == YES || this == AUTO && terminal;
  }
}
