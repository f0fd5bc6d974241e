package dev.davit.terminal;

import java.io.IOException;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;

/** The size of a terminal in characters; 0 by 0 where it isn't known. */
public record WindowSize(int rows, int columns) {
  public static final WindowSize UNKNOWN = new WindowSize(0, 0);

  public boolean isKnown() {
    return rows > 0 || columns > 0;
  }

  /** The size of one of JLine's terminals. */
  static WindowSize of(Opener opener) {
    try {
      Size size = opener.terminal().getSize();
      return new WindowSize(size.getRows(), size.getColumns());
    } catch (IOException e) {
      return UNKNOWN; // it is closed
    }
  }

  /** Opens a terminal. */
  interface Opener {
    Terminal terminal() throws IOException;
  }
}
