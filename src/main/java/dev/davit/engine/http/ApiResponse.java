package dev.davit.engine.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.MappingIterator;
import dev.davit.engine.stream.EngineInput;
import dev.davit.io.SingleByte;
import dev.davit.json.JsonBinding;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Call;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * The engine's response to a request, with a body that is read later. The caller closes it.
 *
 * <p>{@link #bytes} and {@link #json} read the whole body and reject one above {@value #LIMIT}
 * bytes; {@link #body} is for streams, which have no known end.
 */
public final class ApiResponse implements Closeable {
  /** 64 MiB: far above any real response, and small enough for a small heap. */
  static final int LIMIT = 64 * 1024 * 1024;

  private static final String WRONG_TYPE = "a value has the wrong type";

  private final String request;
  private final Call call;
  private final Response response;
  private final Deadline deadline;

  ApiResponse(String request, Call call, Response response, Deadline deadline) {
    this.request = request;
    this.call = call;
    this.response = response;
    this.deadline = deadline;
  }

  public int status() {
    return response.code();
  }

  public @Nullable String header(String name) {
    return response.header(name);
  }

  /** The body as a stream, without a time limit. */
  public InputStream body() {
    deadline.stop();
    return arriving();
  }

  private InputStream arriving() {
    return new EngineInput(response.body().source());
  }

  /** The whole body. */
  public byte[] bytes() throws IOException {
    try (InputStream in = limited()) {
      ByteArrayOutputStream all = new ByteArrayOutputStream(8192);
      in.transferTo(all);
      return all.toByteArray();
    }
  }

  /**
   * The whole body, unchanged.
   *
   * @throws IOException if the body is not a JSON object
   */
  public byte[] jsonBytes() throws IOException {
    return checkedObject(bytes());
  }

  /**
   * Returns the bytes unchanged.
   *
   * @throws IOException if they are not a JSON object
   */
  byte[] checkedObject(byte[] bytes) throws IOException {
    try (JsonParser parser = JsonBinding.parser(bytes)) {
      JsonToken first = parser.nextToken();
      if (first != JsonToken.START_OBJECT) {
        throw invalid(first == null ? "unexpected end of JSON" : WRONG_TYPE);
      }
      while (parser.nextToken() != null) {
        // reads on to find syntax errors
      }
      return bytes;
    } catch (JacksonException e) {
      throw invalid(e);
    }
  }

  /** The whole body, bound to a type. */
  public <T> T json(Class<T> type) throws IOException {
    try (JsonParser parser = JsonBinding.parser(limited())) {
      requireValue(parser);
      Object value = JsonBinding.reader(type).readValue(parser);
      if (value == null) {
        throw invalid("null");
      }
      return type.cast(value);
    } catch (JacksonException e) {
      throw invalid(e);
    }
  }

  /**
   * The elements of a body that is a JSON list; null, as Go writes an empty list, has no elements.
   */
  public <E> List<E> jsonList(Class<E> element) throws IOException {
    List<E> list = new ArrayList<>();
    jsonList(element, list::add);
    return list;
  }

  /** Passes the elements of a body that is a JSON list to a consumer, one by one. */
  public <E> void jsonList(Class<E> element, Elements<E> elements) throws IOException {
    try (JsonParser parser = JsonBinding.parser(limited())) {
      requireValue(parser);
      if (parser.currentToken() == JsonToken.VALUE_NULL) {
        return;
      }
      if (!parser.isExpectedStartArrayToken()) {
        throw invalid(WRONG_TYPE);
      }
      parser.clearCurrentToken();
      MappingIterator<E> values = JsonBinding.reader(element).readValues(parser);
      while (values.hasNextValue()) {
        E each = values.nextValue();
        if (each != null) {
          elements.add(each);
        }
      }
    } catch (JacksonException e) {
      throw invalid(e);
    }
  }

  /** A consumer of the elements of a list, in order. */
  @FunctionalInterface
  public interface Elements<E> {
    void add(E element) throws IOException;
  }

  private void requireValue(JsonParser parser) throws IOException {
    if (parser.nextToken() == null) {
      throw invalid("unexpected end of JSON");
    }
  }

  /** The body as a sequence of JSON values, each read when it is requested. */
  public <T> JsonStream<T> jsonStream(Class<T> type) {
    deadline.stop();
    return JsonStream.of(type, this);
  }

  /**
   * Describes invalid JSON in one line, without names of Java classes. If the cause is a failure to
   * read the response, that exception is returned.
   */
  public IOException invalid(JacksonException e) {
    IOException cause = JsonBinding.cause(e);
    if (!(cause instanceof JacksonException wrong)) {
      return cause;
    }
    IOException invalid = invalid(reason(wrong));
    invalid.initCause(e);
    return invalid;
  }

  /** An exception with one line that names the request and the reason. */
  public IOException invalid(String reason) {
    return new IOException("invalid response from the engine to " + request + ": " + reason);
  }

  private static String reason(JacksonException e) {
    String message = e.getOriginalMessage();
    if (message.contains("nesting depth")) {
      return "exceeded max depth";
    }
    if (e instanceof JsonEOFException) {
      return "unexpected end of JSON";
    }
    return e instanceof StreamReadException && !(e instanceof InputCoercionException)
        ? "not JSON"
        : WRONG_TYPE;
  }

  private InputStream limited() {
    return new Limited(arriving());
  }

  /** Closes the connection, from any thread; a blocked reader of the body gets an IOException. */
  public void cancel() {
    call.cancel();
  }

  @Override
  public void close() {
    deadline.stop();
    response.close();
  }

  /** A body that fails to be read past the limit. */
  private final class Limited extends InputStream {
    private final InputStream in;
    private int left = LIMIT;

    Limited(InputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      return SingleByte.read(this);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int n;
      try {
        n = in.read(bytes, offset, length);
      } catch (IOException e) {
        throw deadline.reason(e);
      }
      left -= Math.max(n, 0);
      if (left < 0) {
        throw new IOException(
            "response from the engine to " + request + " is larger than " + (LIMIT >> 20) + " MiB");
      }
      return n;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
