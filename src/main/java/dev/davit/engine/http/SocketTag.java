package dev.davit.engine.http;

import java.io.IOException;
import java.net.Socket;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** A tag of a request that holds the socket of its connection. */
final class SocketTag {
  @Nullable Socket socket;

  /** Sets the tag's socket. Not a lambda: Java's cache would leave it out. */
  static final class Filler implements Interceptor {
    @Override
    public Response intercept(Chain chain) throws IOException {
      SocketTag tag = chain.request().tag(SocketTag.class);
      Connection connection = chain.connection();
      if (tag != null && connection != null) {
        tag.socket = connection.socket();
      }
      return chain.proceed(chain.request());
    }
  }
}
