package dev.davit.terminal;

import java.io.IOException;
import java.util.List;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;

/** A line on a terminal that is updated in place, with the cursor at its end. */
public final class LiveLine {
  private final Line line;

  /**
   * Starts a line at the cursor, which must be at the left margin.
   *
   * @throws IOException if the stream is not a terminal
   */
  public static LiveLine on(Printer output) throws IOException {
    return new LiveLine(output.terminal());
  }

  private LiveLine(Terminal terminal) {
    line = new Line(terminal);
  }

  /** Shows as much of a text as fits into the line; an empty text clears the line. */
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
