package dev.davit.terminal;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.InfoCmp.Capability;
import org.jspecify.annotations.Nullable;

/**
 * Text that is shown repeatedly: on a terminal updated in place, in one write and without clearing
 * unchanged parts; in a file or a pipe one text after the other, without escape codes. Lines that
 * do not fit the terminal are left out at the end, as the screen would scroll.
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
   * The whole screen. Every line is redrawn each time, so that other output, such as echoed keys,
   * disappears with the next text.
   */
  private static final class Screen extends TerminalDisplay {
    /**
     * A line that differs from every text; two characters, as JLine skips the first one if a line
     * wraps.
     */
    private static final AttributedString STALE = new AttributedString("\ue000\ue000\n");

    Screen(Terminal terminal) {
      super(terminal, true);
      terminal.puts(Capability.clear_screen);
    }

    void draw(String text) throws IOException {
      fit();
      List<AttributedString> lines =
          AttributedString.fromAnsi(text).columnSplitLength(columns, true, delayLineWrap());
      // the last element is the empty text after the last newline
      int fitting = Math.min(lines.size() - 1, rows - 1);
      terminal.puts(Capability.cursor_home);
      cursorPos = 0;
      oldLines = Collections.nCopies(rows, STALE);
      show(lines.subList(0, fitting));
    }
  }
}
