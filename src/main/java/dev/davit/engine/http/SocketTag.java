package dev.davit.engine.http;

import java.io.IOException;
import java.net.Socket;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** On a request: will hold the socket that it was sent by. */
final class SocketTag {
  @Nullable Socket socket;

  /** Tells the tag, where a request has one. Not a lambda: java would not cache it. */
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
