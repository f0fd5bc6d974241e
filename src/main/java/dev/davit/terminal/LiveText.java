package dev.davit.terminal;

import java.io.IOException;

/**
 * Text that is shown again and again: written over on a terminal, in one write and without blanking
 * what stays the same; one after the other where it goes to a file or a pipe, which gets no escape
 * codes. Of what does not fit the terminal the end is left out, for it would scroll.
 */
public final class LiveText {
  private static final String HOME = "\u001b[H";
  private static final String CLEAR_LINE = "\u001b[K";
  private static final String CLEAR_BELOW = "\u001b[J";

  private final Streams streams;
  private boolean begun;

  public LiveText(Streams streams) {
    this.streams = streams;
  }

  /** Shows lines, each with its newline. */
  public void show(CharSequence text) throws IOException {
    if (!streams.outIsTerminal()) {
      streams.print(text);
      return;
    }
    int rows = streams.outSize().rows();
    long fitting = rows > 1 ? rows - 1 : Long.MAX_VALUE;
    StringBuilder frame = new StringBuilder(HOME).append(begun ? "" : CLEAR_BELOW);
    text.toString()
        .lines()
        .limit(fitting)
        .forEach(l -> frame.append(l).append(CLEAR_LINE).append('\n'));
    streams.print(frame.append(CLEAR_BELOW));
    begun = true;
  }
}
