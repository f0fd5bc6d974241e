package dev.davit.engine.http;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Repeats a request if a kept connection ends before the response, as Go's net/http does: a load
 * balancer may have closed it while it was idle. Only GET and HEAD are repeated, as the engine may
 * have received the request; OkHttp's own retries would repeat a POST as well.
 */
final class StaleConnectionRetry implements Interceptor {
  private final Map<Connection, Boolean> used = Collections.synchronizedMap(new WeakHashMap<>());

  static void watch(OkHttpClient.Builder builder) {
    StaleConnectionRetry kept = new StaleConnectionRetry();
    builder.addInterceptor(kept).addNetworkInterceptor(kept.new ConnectionWatch());
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
      return chain.proceed(request);
    }
    while (true) {
      Attempt attempt = new Attempt();
      try {
        return chain.proceed(request.newBuilder().tag(Attempt.class, attempt).build());
      } catch (IOException e) {
        if (!attempt.byKeptConnection || !isSilent(e) || chain.call().isCanceled()) {
          throw e;
        }
      }
    }
  }

  /** Whether the connection ended without one byte of a response. */
  private static boolean isSilent(IOException e) {
    return e instanceof SocketException
        || e.getCause() instanceof EOFException end
            && String.valueOf(end.getMessage()).contains(" limit=0 ");
  }

  /** A tag of a request: whether its connection has been used before. */
  private static final class Attempt {
    private boolean byKeptConnection;
  }

  /**
   * Records whether the connection is a kept one. Not a lambda: Java's cache would leave it out.
   */
  private final class ConnectionWatch implements Interceptor {
    @Override
    public Response intercept(Chain chain) throws IOException {
      Connection connection = chain.connection();
      boolean kept = connection != null && used.put(connection, true) != null;
      Attempt attempt = chain.request().tag(Attempt.class);
      if (attempt != null) {
        attempt.byKeptConnection = kept;
      }
      return chain.proceed(chain.request());
    }
  }
}
