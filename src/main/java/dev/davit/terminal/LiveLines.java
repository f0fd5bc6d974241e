package dev.davit.terminal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;

/**
 * Lines at the end of what a terminal shows, each written over as it changes: the steps of a pull.
 * One that has scrolled off the screen stays as it was.
 */
public final class LiveLines {
  private final Lines lines;

  /**
   * Begins at the cursor, which is at the left margin.
   *
   * @throws IOException if standard error is no terminal
   */
  public static LiveLines onError(Streams streams) throws IOException {
    return new LiveLines(streams.errTerminal());
  }

  private LiveLines(Terminal terminal) {
    lines = new Lines(terminal);
  }

  /**
   * Shows a line anew, or a new one.
   *
   * @param index at which line, from 0; as many as there are for a new one
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

    /** The last line is written below the others, which moves all of them up. */
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
