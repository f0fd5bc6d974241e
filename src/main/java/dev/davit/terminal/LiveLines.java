package dev.davit.terminal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;

/**
 * Lines at the end of a terminal's output, each updated in place, such as the layers of a pull. A
 * line that has scrolled off the screen is not updated.
 */
public final class LiveLines {
  private final Lines lines;

  /**
   * Starts at the cursor, which must be at the left margin.
   *
   * @throws IOException if the stream is not a terminal
   */
  public static LiveLines on(Printer output) throws IOException {
    return new LiveLines(output.terminal());
  }

  private LiveLines(Terminal terminal) {
    lines = new Lines(terminal);
  }

  /**
   * Updates a line, or adds one.
   *
   * @param index the index of the line, from 0; the number of lines adds one
   */
  public void set(int index, String line) throws IOException {
    lines.set(index, line);
  }

  private static final class Lines extends TerminalDisplay {
    private final List<AttributedString> shown = new ArrayList<>();
    private int scrolledOff;

    Lines(Terminal terminal) {
      super(terminal, false);
    }

    void set(int index, String line) throws IOException {
      fit();
      int place = index - scrolledOff;
      if (place < 0) {
        return;
      }
      AttributedString fitting = new AttributedString(line).columnSubSequence(0, columns);
      if (place < shown.size()) {
        shown.set(place, ended(fitting));
      } else {
        shown.add(ended(fitting));
      }
      if (shown.size() >= rows) {
        scroll(fitting);
      }
      show(List.copyOf(shown));
    }

    /** Scrolls the lines up by printing the last one below them. */
    private void scroll(AttributedString last) {
      last.println(terminal);
      shown.removeFirst();
      scrolledOff++;
      oldLines = List.copyOf(shown);
      cursorPos = shown.size() * columns1;
    }

    private static AttributedString ended(AttributedString line) {
      return AttributedString.join(AttributedString.EMPTY, line, new AttributedString("\n"));
    }
  }
}
