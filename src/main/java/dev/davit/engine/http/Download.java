package dev.davit.engine.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.engine.socket.EngineAddress;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import okhttp3.Credentials;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;

/** A file from a web server, by {@code GET}; redirects are followed. */
public final class Download implements Closeable {
  private static final int MAX_REDIRECTS = 10;

  /** The number of bytes of an error page that are read. */
  private static final int MAX_ERROR = 64 * 1024;

  private final HttpClients clients;
  private final Response response;

  private Download(HttpClients clients, Response response) {
    this.clients = clients;
    this.response = response;
  }

  /** Returns the options for a server, such as its proxy. */
  public interface ServerOptions {
    EngineOptions of(EngineAddress.Tcp server, boolean tls) throws IOException;
  }

  /**
   * Sends the request.
   *
   * @throws IOException in Go's words if the server cannot be reached or answers with an error
   */
  public static Download open(String url, ServerOptions options) throws IOException {
    String typed = url;
    HttpUrl next = HttpUrl.parse(url);
    for (int i = 0; i < MAX_REDIRECTS; i++) {
      if (next == null) {
        throw new IOException("Get \"" + typed + "\": invalid URL");
      }
      Download answer = request(next, options);
      String location = answer.response.header("Location");
      if (answer.response.code() < 300 || answer.response.code() >= 400 || location == null) {
        return answer.checked(url);
      }
      answer.close();
      typed = location;
      next = next.resolve(location);
    }
    throw new IOException("Get \"" + typed + "\": stopped after " + MAX_REDIRECTS + " redirects");
  }

  private static Download request(HttpUrl url, ServerOptions servers) throws IOException {
    EngineAddress.Tcp server = new EngineAddress.Tcp(url.host(), url.port(), "");
    EngineOptions options = servers.of(server, url.isHttps());
    HttpClients clients = HttpClients.to(server, options);
    Request.Builder request =
        new Request.Builder()
            .url(url)
            .header("User-Agent", options.userAgent())
            .header("Accept-Encoding", "identity");
    if (!url.username().isEmpty()) {
      request.header("Authorization", Credentials.basic(url.username(), url.password(), UTF_8));
    }
    try {
      return new Download(clients, clients.client().newCall(request.build()).execute());
    } catch (IOException e) {
      clients.close();
      throw new IOException("Get \"" + url + "\": " + UnreachableException.dialing(server, e), e);
    }
  }

  private Download checked(String url) throws IOException {
    if (response.code() < 400) {
      return this;
    }
    try (this) {
      throw new IOException(
          "failed to GET "
              + url
              + " with status "
              + response.code()
              + ' '
              + response.message()
              + ": "
              + response.peekBody(MAX_ERROR).string().strip());
    }
  }

  /** The size in bytes; -1 if the server does not send it. */
  public long length() {
    return response.body().contentLength();
  }

  /** The content. */
  public InputStream content() {
    return response.body().byteStream();
  }

  @Override
  public void close() {
    response.close();
    clients.close();
  }
}
