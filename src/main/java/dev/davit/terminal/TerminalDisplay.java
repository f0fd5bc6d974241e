package dev.davit.terminal;

import java.io.IOException;
import java.util.List;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.Display;

/** Draws with JLine on a terminal whose size may be unknown, and reports failed writes. */
abstract class TerminalDisplay extends Display {
  /** The size if the terminal does not report one: no line wraps or is left out. */
  private static final int UNLIMITED = 10_000;

  /**
   * Draws on a terminal.
   *
   * @param whole whether the text is the whole screen, from its first line; else it begins at the
   *     cursor, which is at the left margin
   */
  TerminalDisplay(Terminal terminal, boolean whole) {
    super(SystemTerminal.withCapabilities(terminal), whole);
  }

  /** Adapts to the current size of the terminal. */
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
   * @param cursor the final position of the cursor, as {@link Size#cursorPos} counts
   */
  final void show(List<AttributedString> lines, int cursor) throws IOException {
    update(lines, cursor, false);
    if (terminal.writer().checkError()) {
      throw new IOException("cannot write to the terminal");
    }
  }
}
