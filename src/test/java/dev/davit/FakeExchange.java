package dev.davit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/** A request in progress: the operations of a {@link FakeAnswer} on the connection. */
public final class FakeExchange {
  private final FakeEngine engine;
  private final FakeRequest request;
  private final InputStream in;
  private final SocketChannel connection;
  private boolean chunked;
  private boolean keepAlive = true;
  private boolean hijacked;

  FakeExchange(FakeEngine engine, FakeRequest request, InputStream in, SocketChannel connection) {
    this.engine = engine;
    this.request = request;
    this.in = in;
    this.connection = connection;
  }

  FakeEngine engine() {
    return engine;
  }

  FakeRequest request() {
    return request;
  }

  /**
   * Sends the status line and headers; {@code length} is -1 for a body without a declared length.
   */
  void head(int status, Iterable<String> headers, long length) throws IOException {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + ' ' + reason(status) + "\r\n");
    boolean framed = false;
    for (String header : headers) {
      head.append(header).append("\r\n");
      String lower = header.toLowerCase(Locale.ROOT);
      framed |= lower.startsWith("content-length:") || lower.startsWith("transfer-encoding:");
      keepAlive &= !lower.equals("connection: close");
    }
    hijacked = status == 101;
    boolean empty = request.method().equals("HEAD") || status == 204 || status == 304;
    if (hijacked) {
      String protocol = request.headers().getOrDefault("Upgrade", "tcp");
      head.append("Connection: Upgrade\r\nUpgrade: ").append(protocol).append("\r\n");
      head.append(
          protocol.equals("websocket")
              ? "Sec-WebSocket-Accept: " + webSocketAccept() + "\r\n"
              : "Content-Type: application/vnd.docker.raw-stream\r\n");
    } else if (!framed && !empty) {
      chunked = length < 0 && keepAlive;
      head.append(chunked ? "Transfer-Encoding: chunked\r\n" : "");
      head.append(length >= 0 ? "Content-Length: " + length + "\r\n" : "");
    }
    send(head.append("\r\n").toString().getBytes(ISO_8859_1));
  }

  /** Computes the accept key by which the client recognizes a WebSocket server (RFC 6455, 1.3). */
  private String webSocketAccept() {
    String key = request.headers().get("Sec-WebSocket-Key");
    byte[] text = (key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(ISO_8859_1);
    try {
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-1").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Sends a body of declared length; nothing for HEAD. */
  void whole(byte[] bytes) throws IOException {
    if (!request.method().equals("HEAD")) {
      send(bytes);
    }
  }

  private static String reason(int status) {
    return switch (status) {
      case 101 -> "UPGRADED";
      case 200 -> "OK";
      case 201 -> "Created";
      case 204 -> "No Content";
      case 404 -> "Not Found";
      case 409 -> "Conflict";
      case 500 -> "Internal Server Error";
      default -> "Status";
    };
  }

  /** Sends a part of the body: as a chunk, or raw after an upgrade. */
  public void body(byte[] bytes) throws IOException {
    if (!chunked) {
      send(bytes);
      return;
    }
    ByteArrayOutputStream chunk = new ByteArrayOutputStream(bytes.length + 16);
    chunk.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(ISO_8859_1));
    chunk.write(bytes);
    chunk.write('\r');
    chunk.write('\n');
    send(chunk.toByteArray());
  }

  /** Sends a part of the body as a frame of docker's multiplexed stream. */
  public void frame(int stream, byte[] payload) throws IOException {
    body(
        ByteBuffer.allocate(8 + payload.length)
            .put((byte) stream)
            .position(4)
            .putInt(payload.length)
            .put(payload)
            .array());
  }

  /** Sends raw bytes. */
  public void send(byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      connection.write(buffer);
    }
  }

  /** Sends a part of the body byte by byte, a millisecond apart. */
  public void slowly(byte[] bytes) throws IOException {
    for (byte b : bytes) {
      LockSupport.parkNanos(1_000_000);
      body(new byte[] {b});
    }
  }

  /** Waits until the client ends its input. */
  public void awaitEof() throws IOException {
    byte[] bytes = new byte[8192];
    for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
      request.received(bytes, count);
    }
  }

  /** Sends all input back until the client ends it. */
  public void echo() throws IOException {
    byte[] bytes = new byte[8192];
    for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
      request.received(bytes, count);
      frame(1, Arrays.copyOf(bytes, count));
    }
  }

  /** Closes the connection immediately. */
  public void cut() throws IOException {
    connection.close();
    throw new IOException("cut");
  }

  /** Closes the connection with unread input, which resets it for the client. */
  public void leaveUnread() throws IOException {
    connection.read(ByteBuffer.allocate(1));
    cut();
  }

  /** Resets the connection; a Unix socket without unread input cannot be reset and is closed. */
  public void reset() throws IOException {
    if (connection.getLocalAddress() instanceof InetSocketAddress) {
      connection.setOption(StandardSocketOptions.SO_LINGER, 0);
    }
    cut();
  }

  /** Ends the response; returns false if the connection cannot be reused. */
  boolean finish() throws IOException {
    if (hijacked) {
      connection.shutdownOutput();
      awaitEof();
      return false;
    }
    if (chunked) {
      send("0\r\n\r\n".getBytes(ISO_8859_1));
    }
    return keepAlive;
  }
}
