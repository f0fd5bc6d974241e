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
  private final JsonReader reader;

  JsonStream(Answer answer, Class<T> type) throws IOException {
    this.answer = answer;
    this.type = type;
    this.reader = new JsonReader(answer.body());
  }

  /** The next value, waiting for it; null at the end of the stream. */
  public @Nullable T next() throws IOException {
    try {
      return reader.next() ? type.cast(reader.read(type)) : null;
    } catch (JacksonException e) {
      throw answer.invalid(e);
    }
  }

  /** Ends the stream; a {@link #next} that waits on another thread ends too. */
  @Override
  public void close() {
    answer.close();
  }
}
