package dev.davit.opts;

import dev.davit.gotypes.GoInt;

/**
 * The values of {@code --tty}: a boolean, or {@code auto} for a TTY only if the client has a
 * terminal.
 */
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

  /** Whether to allocate a TTY, given whether the client has a terminal. */
  public boolean isTty(boolean terminal) {
    return this == YES || this == AUTO && terminal;
  }
}
