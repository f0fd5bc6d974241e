package dev.davit.logs.line;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The lines of a source that a filter chooses. */
public final class FilteredSource implements LogSource {
  private final LogSource source;
  private final LineFilter filter;
  private final Deque<LogLine> ready = new ArrayDeque<>();

  public FilteredSource(LogSource source, LineFilter filter) {
    this.source = source;
    this.filter = filter;
  }

  @Override
  public @Nullable LogLine next() throws IOException {
    while (ready.isEmpty()) {
      LogLine line = source.next();
      if (line == null) {
        return null;
      }
      filter.accept(line, ready::add);
    }
    return ready.poll();
  }
}
