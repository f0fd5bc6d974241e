package dev.davit.engine.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.MappingIterator;
import dev.davit.json.JsonBinding;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** JSON values that the engine sends one by one, such as statistics or pull progress. */
public final class JsonStream<T> implements Closeable {
  private final ApiResponse answer;
  private final Values<T> values;

  private JsonStream(ApiResponse answer, Values<T> values) {
    this.answer = answer;
    this.values = values;
  }

  /** A source of values; null at the end. */
  private interface Values<T> {
    @Nullable T next() throws IOException;
  }

  /** A stream of values bound to a type. */
  static <T> JsonStream<T> of(Class<T> type, ApiResponse answer) {
    return new JsonStream<>(answer, new Typed<>(answer, type));
  }

  /** A stream of the engine's bytes of each value, in one line. */
  public static JsonStream<byte[]> raw(ApiResponse answer) {
    return new JsonStream<>(answer, new JsonLines(answer)::next);
  }

  /** Returns the next value, blocking until it arrives; null at the end of the stream. */
  public @Nullable T next() throws IOException {
    try {
      return values.next();
    } catch (JacksonException e) {
      throw answer.invalid(e);
    }
  }

  /** Closes the connection, from any thread; a blocked {@link #next} fails. */
  public void cancel() {
    answer.cancel();
  }

  @Override
  public void close() {
    answer.close();
  }

  /** Binds the values of a response to a type. */
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
        // Not in the constructor: the parser blocks until the first byte, which may take long.
        values = JsonBinding.reader(type).readValues(JsonBinding.parser(answer.body()));
      }
      return values.hasNextValue() ? values.nextValue() : null;
    }
  }
}
