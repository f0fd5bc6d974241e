package dev.davit.logs.line;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A sequence of lines, each read when it is requested. */
public interface LogSource {
  /** Returns the next line, blocking until it arrives; null at the end. */
  @Nullable LogLine next() throws IOException;
}
