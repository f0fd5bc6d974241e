package dev.davit.engine.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.MappingIterator;
import dev.davit.json.JsonBinding;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * JSON values that the engine sends one after the other, such as stats samples or pull progress.
 */
public final class JsonStream<T> implements Closeable {
  private final ApiResponse answer;
  private final Values<T> values;

  private JsonStream(ApiResponse answer, Values<T> values) {
    this.answer = answer;
    this.values = values;
  }

  /** Reads the next value, null at the end. */
  private interface Values<T> {
    @Nullable T next() throws IOException;
  }

  /** Values read into a type of the model. */
  static <T> JsonStream<T> of(Class<T> type, ApiResponse answer) {
    return new JsonStream<>(answer, new Typed<>(answer, type));
  }

  /** Values as they were sent, each in one line. */
  public static JsonStream<byte[]> raw(ApiResponse answer) {
    return new JsonStream<>(answer, new JsonLines(answer)::next);
  }

  /** The next value, waiting for it; null at the end of the stream. */
  public @Nullable T next() throws IOException {
    try {
      return values.next();
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

  private static final class Typed<T> implements Values<T> {
    private final ApiResponse answer;
    private final Class<T> type;
    private @Nullable MappingIterator<T> values;

    Typed(ApiResponse answer, Class<T> type) {
      this.answer = answer;
      this.type = type;
    }

    @Override
    public @Nullable T next() throws IOException {
      if (values == null) {
        // not earlier: the parser waits for the first byte, and there may be none for long
        values = JsonBinding.reader(type).readValues(JsonBinding.parser(answer.body()));
      }
      return values.hasNextValue() ? values.nextValue() : null;
    }
  }
}
