package dev.davit.terminal;

import java.io.IOException;
import java.util.List;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;

/** A line that a terminal shows for a while, written over as it changes, the cursor at its end. */
public final class LiveLine {
  private final Line line;

  /**
   * Begins at the cursor, which is at the left margin.
   *
   * @throws IOException if standard error is no terminal
   */
  public static LiveLine onError(Streams streams) throws IOException {
    return new LiveLine(streams.errTerminal());
  }

  private LiveLine(Terminal terminal) {
    line = new Line(terminal);
  }

  /** Shows as much of a text as fits in a line; an empty one leaves it as it was before. */
  public void show(String text) throws IOException {
    line.draw(text);
  }

  private static final class Line extends TerminalDisplay {
    private static final AttributedString CUT = new AttributedString("…");

    Line(Terminal terminal) {
      super(terminal, false);
    }

    void draw(String text) throws IOException {
      fit();
      AttributedString all = new AttributedString(text);
      AttributedString fitting =
          all.columnLength() < columns
              ? all
              : AttributedString.join(
                  AttributedString.EMPTY, all.columnSubSequence(0, columns - 2), CUT);
      show(List.of(fitting), fitting.columnLength());
    }
  }
}
