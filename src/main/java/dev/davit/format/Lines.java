package dev.davit.format;

import java.util.List;

/** Things in lines, each made as its thing is added, so that nobody needs to hold all of them. */
public interface Lines<T> {
  /** Makes the line of one more thing. */
  void add(T thing) throws FormatException;

  /** All of them, once nothing is to be added any more. */
  CharSequence text() throws FormatException;

  /** The lines of these things. */
  default CharSequence of(List<T> things) throws FormatException {
    for (T thing : things) {
      add(thing);
    }
    return text();
  }
}
