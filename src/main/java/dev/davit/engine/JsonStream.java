package dev.davit.engine;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * JSON values that the engine sends one after the other, such as stats samples or pull progress.
 */
public final class JsonStream<T> implements Closeable {
  private final Answer answer;
  private final JsonParser parser;
  private final ObjectReader reader;

  JsonStream(Answer answer, Class<T> type) throws IOException {
    this.answer = answer;
    this.parser = Json.MAPPER.createParser(answer.body());
    this.reader = Json.MAPPER.readerFor(type);
  }

  /** The next value, waiting for it; null at the end of the stream. */
  public @Nullable T next() throws IOException {
    try {
      return parser.nextToken() == null ? null : reader.readValue(parser);
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
