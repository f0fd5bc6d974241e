package dev.davit.output;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes objects one after the other in one of the formats for programs. */
interface OutputWriter {
  /** Begins the output with the names of all fields; empty if only the objects have them. */
  String begin(List<String> names);

  /** Returns the text of one more object. */
  String next(Map<String, @Nullable Object> object);

  /** Returns the end of the output. */
  String end();
}
