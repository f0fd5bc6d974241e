package dev.davit.engine.http;

import dev.davit.engine.socket.EngineAddress;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** Tells, for whoever wants to know, what the engine is asked and how long it takes to answer. */
public final class RequestLog {
  public static final RequestLog NONE = new RequestLog(line -> {}, false, null);

  private final Consumer<String> out;
  private final boolean timing;
  private final @Nullable List<String> curlOptions;

  /**
   * @param timing whether each request is told once it is answered
   * @param curlOptions by which curl reaches the engine; null if requests are not told as commands
   */
  public RequestLog(Consumer<String> out, boolean timing, @Nullable List<String> curlOptions) {
    this.out = out;
    this.timing = timing;
    this.curlOptions = curlOptions;
  }

  void asks(EngineAddress address, Request request, ApiRequest asked) throws IOException {
    if (curlOptions != null) {
      out.accept(CurlCommand.of(address, curlOptions, request, asked));
    }
  }

  /** {@code how} the request ended: a status, or why there is none. */
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

  private static String path(HttpUrl url) {
    String query = url.encodedQuery();
    return query == null ? url.encodedPath() : url.encodedPath() + '?' + query;
  }
}
