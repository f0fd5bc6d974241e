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
 * Asks again where a connection that was kept turns out to be dead before it answers, as Go's
 * net/http does: a load balancer may have cut it while it was idle. Only what changes nothing is
 * asked again, as the engine may have heard it; OkHttp's own retries would repeat a POST as well.
 */
final class StaleConnectionRetry implements Interceptor {
  private final Map<Connection, Boolean> used = Collections.synchronizedMap(new WeakHashMap<>());

  static void watch(OkHttpClient.Builder builder) {
    StaleConnectionRetry kept = new StaleConnectionRetry();
    builder.addInterceptor(kept).addNetworkInterceptor(kept.new Note());
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

  /** Whether not one byte of an answer came. */
  private static boolean isSilent(IOException e) {
    return e instanceof SocketException
        || e.getCause() instanceof EOFException end
            && String.valueOf(end.getMessage()).contains(" limit=0 ");
  }

  private static final class Attempt {
    private boolean byKeptConnection;
  }

  /** Tells the attempt what it goes by. Not a lambda: java would not cache it. */
  private final class Note implements Interceptor {
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
