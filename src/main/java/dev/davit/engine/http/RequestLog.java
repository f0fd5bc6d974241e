package dev.davit.engine.http;

import dev.davit.engine.socket.EngineAddress;
import dev.davit.text.Secrets;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** Logs each request to the engine, with its status and time, or as a curl command. */
public final class RequestLog {
  public static final RequestLog NONE = new RequestLog(line -> {}, false, null);

  private final Consumer<String> out;
  private final boolean timing;
  private final @Nullable List<String> curlOptions;

  /**
   * Creates a log.
   *
   * @param timing whether to log each request with its status and time
   * @param curlOptions curl's options for the engine's address; null to log no commands
   */
  public RequestLog(Consumer<String> out, boolean timing, @Nullable List<String> curlOptions) {
    this.out = out;
    this.timing = timing;
    this.curlOptions = curlOptions;
  }

  /** Logs a request as a curl command before it is sent. */
  void asks(EngineAddress address, Request request, ApiRequest asked) throws IOException {
    if (curlOptions != null) {
      out.accept(CurlCommand.of(address, curlOptions, request, asked));
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
