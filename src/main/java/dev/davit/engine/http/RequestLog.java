package dev.davit.engine.http;

import dev.davit.engine.socket.EngineAddress;
import dev.davit.text.Secrets;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Consumer;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;
import org.jspecify.annotations.Nullable;

/** Logs each request to the engine, with its status and time, or as a curl command. */
public final class RequestLog {
  public static final RequestLog NONE = new RequestLog(line -> {}, false, null);

  /** The number of bytes of a response that the audit may read. */
  private static final long MAX_PEEK = 1 << 20;

  private final Consumer<String> out;
  private final boolean timing;
  private final @Nullable List<String> curlOptions;
  private final @Nullable RequestAudit audit;

  /**
   * Creates a log.
   *
   * @param timing whether to log each request with its status and time
   * @param curlOptions curl's options for the engine's address; null to log no commands
   */
  public RequestLog(Consumer<String> out, boolean timing, @Nullable List<String> curlOptions) {
    this(out, timing, curlOptions, null);
  }

  private RequestLog(
      Consumer<String> out,
      boolean timing,
      @Nullable List<String> curlOptions,
      @Nullable RequestAudit audit) {
    this.out = out;
    this.timing = timing;
    this.curlOptions = curlOptions;
    this.audit = audit;
  }

  /** Returns this log with an audit of all requests. */
  public RequestLog with(RequestAudit audit) {
    return new RequestLog(out, timing, curlOptions, audit);
  }

  /** Logs a request as a curl command, and prepares its audit, before it is sent. */
  void asks(EngineAddress address, Request request, ApiRequest asked) throws IOException {
    if (curlOptions != null) {
      out.accept(CurlCommand.of(address, curlOptions, request, asked));
    }
    if (audit != null) {
      audit.before(asked);
    }
  }

  /** Logs the end of a request; {@code how} is the status, or the reason of a failure. */
  void ended(Request request, String how, long nanos) {
    if (timing) {
      String time = Long.toString(nanos / 100_000);
      String padded = time.length() < 2 ? "0" + time : time;
      int point = padded.length() - 1;
      out.accept(
          "debug: "
              + request.method()
              + ' '
              + path(request.url())
              + ": "
              + how
              + ", "
              + padded.substring(0, point)
              + '.'
              + padded.substring(point)
              + " ms");
    }
  }

  /** Passes the failure of a request without a response to the audit. */
  void failed(ApiRequest asked) {
    if (audit != null) {
      audit.ended(asked, null, new byte[0]);
    }
  }

  /** Passes a response to the audit; returns the response to read. */
  Response answered(ApiRequest asked, Response response) throws IOException {
    if (audit == null) {
      return response;
    }
    boolean body = response.isSuccessful() && audit.needsBody(asked);
    audit.ended(asked, response.code(), body ? response.peekBody(MAX_PEEK).bytes() : new byte[0]);
    OutputStream copy = response.isSuccessful() ? audit.copyOf(asked) : null;
    return copy == null ? response : copied(response, copy);
  }

  /** Returns a response whose body is copied while it is read. */
  private static Response copied(Response response, OutputStream copy) {
    ResponseBody body = response.body();
    Source source =
        new ForwardingSource(body.source()) {
          @Override
          public long read(Buffer sink, long most) throws IOException {
            long count = super.read(sink, most);
            if (count > 0) {
              sink.copyTo(copy, sink.size() - count, count);
            }
            return count;
          }

          @Override
          public void close() throws IOException {
            super.close();
            copy.close();
          }
        };
    return response
        .newBuilder()
        .body(ResponseBody.create(Okio.buffer(source), body.contentType(), body.contentLength()))
        .build();
  }

  /** Masks build arguments, which may be secrets. */
  static HttpUrl withoutSecrets(HttpUrl url) {
    return url.queryParameter("buildargs") == null
        ? url
        : url.newBuilder().setQueryParameter("buildargs", Secrets.MASK).build();
  }

  private static String path(HttpUrl url) {
    String query = withoutSecrets(url).encodedQuery();
    return query == null ? url.encodedPath() : url.encodedPath() + '?' + query;
  }
}
