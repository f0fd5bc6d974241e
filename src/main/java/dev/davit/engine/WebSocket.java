package dev.davit.engine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.davit.engine.http.ApiRequest;
import dev.davit.engine.http.ApiVersion;
import dev.davit.engine.http.Transport;
import dev.davit.engine.stream.HijackedStream;
import dev.davit.engine.stream.WebSocketInput;
import dev.davit.engine.stream.WebSocketOutput;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket (RFC 6455) as a byte stream, without message boundaries.
 *
 * <p>OkHttp's WebSocket is not used: it holds each message in memory whole, however long the
 * message is, queues output without back pressure, and stops reading soon after the closing frame,
 * which reports the end of standard input.
 */
final class WebSocket {
  /** Text that the server appends to the key before it hashes both (section 1.3). */
  private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

  private WebSocket() {}

  /**
   * Opens a WebSocket.
   *
   * @throws IOException if the server does not accept the key, or does not switch protocols
   */
  static HijackedStream over(Transport transport, ApiRequest request, @Nullable ApiVersion version)
      throws IOException {
    SecureRandom random = new SecureRandom();
    byte[] nonce = new byte[16];
    random.nextBytes(nonce);
    String key = Base64.getEncoder().encodeToString(nonce);
    request.header("Sec-WebSocket-Key", key).header("Sec-WebSocket-Version", "13");
    Response response = transport.upgrade(request, version, "websocket");
    HijackedStream connection = Transport.hijacked(response);
    if (!accepted(key).equals(response.header("Sec-WebSocket-Accept"))) {
      connection.close();
      throw new IOException(
          "unable to upgrade to websocket: invalid Sec-WebSocket-Accept header from the engine");
    }
    WebSocketOutput output = new WebSocketOutput(connection.output(), random);
    return new HijackedStream(
        new WebSocketInput(connection.input(), output), output, connection::cancel);
  }

  private static String accepted(String key) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-1");
      return Base64.getEncoder().encodeToString(sha.digest((key + GUID).getBytes(ISO_8859_1)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e); // every Java platform has SHA-1
    }
  }
}
