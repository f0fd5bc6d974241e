package dev.davit.terminal;

import java.io.IOException;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;

/** The size of a terminal in characters; 0 by 0 if it is unknown. */
public record WindowSize(int rows, int columns) {
  public static final WindowSize UNKNOWN = new WindowSize(0, 0);

  public boolean isKnown() {
    return rows > 0 || columns > 0;
  }

  /** Returns the size of a JLine terminal; unknown if it is closed. */
  static WindowSize of(Opener opener) {
    try {
      Size size = opener.terminal().getSize();
      return new WindowSize(size.getRows(), size.getColumns());
    } catch (IOException e) {
      return UNKNOWN; // the terminal is closed
    }
  }

  /** Opens a terminal. */
  interface Opener {
    Terminal terminal() throws IOException;
  }
}
