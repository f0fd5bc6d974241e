package dev.davit.terminal;

/** The size of a terminal in characters; 0 by 0 where it isn't known. */
public record WindowSize(int rows, int columns) {
  public static final WindowSize UNKNOWN = new WindowSize(0, 0);

  public boolean isKnown() {
    return rows > 0 || columns > 0;
  }
}
