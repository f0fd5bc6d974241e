package dev.davit.format;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Formats values as lines, one value at a time, so that the caller need not keep all values. */
public interface Lines<T> {
  /** Formats the line of one more value. */
  void add(T thing) throws FormatException;

  /** Returns the text of all lines; called after the last value. */
  CharSequence text();

  /**
   * Returns the lines of a table with a header as cells separated by tabs, not aligned; null if the
   * lines are no such table. Called in place of {@link #text}.
   */
  default @Nullable CharSequence rows() {
    return null;
  }

  /** Formats a list of values. */
  default CharSequence of(List<T> things) throws FormatException {
    for (T thing : things) {
      add(thing);
    }
    return text();
  }
}
