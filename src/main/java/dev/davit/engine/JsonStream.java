package dev.davit.engine;

import com.fasterxml.jackson.core.JacksonException;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * JSON values that the engine sends one after the other, such as stats samples or pull progress.
 */
public final class JsonStream<T> implements Closeable {
  private final Answer answer;
  private final Class<T> type;
  private @Nullable JsonReader reader;

  JsonStream(Answer answer, Class<T> type) {
    this.answer = answer;
    this.type = type;
  }

  /** The next value, waiting for it; null at the end of the stream. */
  public @Nullable T next() throws IOException {
    try {
      if (reader == null) {
        // not earlier: the parser waits for the first byte, and there may be none for long
        reader = new JsonReader(answer.body());
      }
      return reader.next() ? type.cast(reader.read(type)) : null;
    } catch (JacksonException e) {
      throw answer.invalid(e);
    }
  }

  /** Ends the stream from any thread: a {@link #next} that waits on another fails. */
  public void cancel() {
    answer.cancel();
  }

  @Override
  public void close() {
    answer.close();
  }
}
