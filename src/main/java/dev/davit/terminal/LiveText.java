package dev.davit.terminal;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.InfoCmp.Capability;
import org.jspecify.annotations.Nullable;

/**
 * Text that is shown again and again: written over on a terminal, in one write and without blanking
 * what stays the same; one after the other where it goes to a file or a pipe, which gets no escape
 * codes. Of what does not fit the terminal the end is left out, for it would scroll.
 */
public final class LiveText {
  private final Streams streams;
  private @Nullable Screen screen;

  public LiveText(Streams streams) {
    this.streams = streams;
  }

  /** Shows lines, each with its newline. */
  public void show(CharSequence text) throws IOException {
    if (!streams.outIsTerminal()) {
      streams.print(text);
      return;
    }
    if (screen == null) {
      screen = new Screen(streams.terminal());
    }
    screen.draw(text.toString());
  }

  /**
   * The whole screen. Every line is drawn anew each time: what others have written onto it, such as
   * keys that were echoed, is gone with the next text.
   */
  private static final class Screen extends TerminalDisplay {
    /** What no text holds; two, as JLine passes over the first where a line goes on in the next. */
    private static final AttributedString STALE = new AttributedString("\ue000\ue000\n");

    Screen(Terminal terminal) {
      super(terminal, true);
      terminal.puts(Capability.clear_screen);
    }

    void draw(String text) throws IOException {
      fit();
      List<AttributedString> lines =
          AttributedString.fromAnsi(text).columnSplitLength(columns, true, delayLineWrap());
      // the last one is what follows the last newline: nothing
      int fitting = Math.min(lines.size() - 1, rows - 1);
      terminal.puts(Capability.cursor_home);
      cursorPos = 0;
      oldLines = Collections.nCopies(rows, STALE);
      show(lines.subList(0, fitting));
    }
  }
}
