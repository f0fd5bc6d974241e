package dev.davit.engine.http;

import dev.davit.engine.socket.EngineAddress;
import dev.davit.text.Secrets;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;
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
      audit.before(request.method(), segments(request.url()));
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

  /** Passes the end of a request to the audit; {@code response} is null without one. */
  void audit(Request request, @Nullable Response response) throws IOException {
    if (audit != null) {
      List<String> path = segments(request.url());
      byte[] body =
          response != null && response.isSuccessful() && audit.needsBody(request.method(), path)
              ? response.peekBody(MAX_PEEK).bytes()
              : new byte[0];
      audit.ended(
          request.method(),
          path,
          request.url().queryParameter("name"),
          response == null ? null : response.code(),
          body);
    }
  }

  /** Returns the segments of a path below the API version. */
  private static List<String> segments(HttpUrl url) {
    List<String> all = url.pathSegments();
    boolean versioned = all.getFirst().startsWith("v1.");
    return versioned ? all.subList(1, all.size()) : all;
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
