package dev.davit.terminal;

import java.io.IOException;
import java.util.List;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.Display;

/** JLine's drawing on a terminal whose size may be unknown, and whose failures are not lost. */
abstract class TerminalDisplay extends Display {
  /** Where the terminal does not know its own size: nothing wraps and nothing is left out. */
  private static final int UNLIMITED = 10_000;

  /**
   * Draws on a terminal.
   *
   * @param whole whether the text is the whole screen, from its first line; else it begins where
   *     the cursor is, at the left margin
   */
  TerminalDisplay(Terminal terminal, boolean whole) {
    super(SystemTerminal.withCapabilities(terminal), whole);
  }

  /** Takes the size that the terminal has now. */
  final void fit() {
    Size size = terminal.getSize();
    boolean known = size.getRows() > 0 && size.getColumns() > 0;
    resize(known ? size.getRows() : UNLIMITED, known ? size.getColumns() : UNLIMITED);
  }

  /** Shows lines and leaves the cursor at the beginning of the line after them. */
  final void show(List<AttributedString> lines) throws IOException {
    show(lines, lines.size() * columns1);
  }

  /**
   * Shows lines.
   *
   * @param cursor where the cursor is left, as {@link Size#cursorPos} counts
   */
  final void show(List<AttributedString> lines, int cursor) throws IOException {
    update(lines, cursor, false);
    if (terminal.writer().checkError()) {
      throw new IOException("cannot write to the terminal");
    }
  }
}
