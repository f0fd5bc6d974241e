package dev.davit.engine.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.MappingIterator;
import dev.davit.engine.stream.EngineInput;
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
 * The engine's answer to one request, its body still to be read; whoever gets it closes it.
 *
 * <p>{@link #bytes} and {@link #json} read a whole answer and refuse one above {@value #LIMIT}
 * bytes; {@link #body} is for streams, which have no end in sight.
 */
public final class ApiResponse implements Closeable {
  /** 64 MiB: far above any real answer, and still a size that a small heap can hold. */
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

  /** The body as it arrives, however long that takes. */
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

  /** The whole body, once it is sure that it is a JSON object; nothing of it is changed. */
  public byte[] jsonBytes() throws IOException {
    return checkedObject(bytes());
  }

  /** Bytes of the body, once it is sure that they are a JSON object. */
  byte[] checkedObject(byte[] bytes) throws IOException {
    try (JsonParser parser = JsonBinding.parser(bytes)) {
      JsonToken first = parser.nextToken();
      if (first != JsonToken.START_OBJECT) {
        throw invalid(first == null ? "unexpected end of JSON" : WRONG_TYPE);
      }
      while (parser.nextToken() != null) {
        // only looked at
      }
      return bytes;
    } catch (JacksonException e) {
      throw invalid(e);
    }
  }

  /** The whole body, read as JSON. */
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

  /** The whole body, a JSON list; null, which is how Go writes an empty one, is empty. */
  public <E> List<E> jsonList(Class<E> element) throws IOException {
    List<E> list = new ArrayList<>();
    jsonList(element, list::add);
    return list;
  }

  /** The same, an element at a time. */
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

  /** Gets the elements of a list, one after the other. */
  @FunctionalInterface
  public interface Elements<E> {
    void add(E element) throws IOException;
  }

  private void requireValue(JsonParser parser) throws IOException {
    if (parser.nextToken() == null) {
      throw invalid("unexpected end of JSON");
    }
  }

  /** The body as a sequence of JSON values, each of them read when it is asked for. */
  public <T> JsonStream<T> jsonStream(Class<T> type) {
    deadline.stop();
    return JsonStream.of(type, this);
  }

  /**
   * Says in one line what is wrong with the JSON, without the names of Java classes; what keeps the
   * answer from arriving is returned as it is.
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

  /** Says in one line what is wrong with the answer. */
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

  /** Cuts the connection, from any thread; one that reads the body gets an IOException. */
  public void cancel() {
    call.cancel();
  }

  @Override
  public void close() {
    deadline.stop();
    response.close();
  }

  /** Fails where an answer goes on past the limit. */
  private final class Limited extends InputStream {
    private final InputStream in;
    private int left = LIMIT;

    Limited(InputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
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
