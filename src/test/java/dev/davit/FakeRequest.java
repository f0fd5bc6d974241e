package dev.davit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A request received by {@link FakeEngine}. */
public final class FakeRequest {
  private static final Pattern TARGET = Pattern.compile("(?:/v([^/]*))?(/[^?]*)(?:\\?(.*))?");

  private final String method;
  private final String version;
  private final String path;
  private final String query;
  private final Map<String, String> headers;
  private final byte[] body;
  private final ByteArrayOutputStream stdin = new ByteArrayOutputStream();
  private final CountDownLatch answered = new CountDownLatch(1);

  private FakeRequest(String method, Matcher target, Map<String, String> headers, byte[] body) {
    this.method = method;
    this.version = target.group(1) == null ? "" : target.group(1);
    this.path = target.group(2);
    this.query = target.group(3) == null ? "" : target.group(3);
    this.headers = headers;
    this.body = body;
  }

  public String method() {
    return method;
  }

  /** Returns the API version of the path, {@code 1.41}; empty without one. */
  public String version() {
    return version;
  }

  /** Returns the path after the version, still encoded. */
  public String path() {
    return path;
  }

  /** Returns {@code METHOD /path}. */
  public String route() {
    return method + ' ' + path;
  }

  /** Returns the encoded query without the question mark. */
  public String query() {
    return query;
  }

  /** Returns the headers with case-insensitive names; the last of repeated headers. */
  public Map<String, String> headers() {
    return headers;
  }

  public byte[] body() {
    return body;
  }

  /** Waits for the end of the upgraded connection's input and returns the input. */
  public byte[] stdin() {
    try {
      if (!answered.await(FakeEngine.LIMIT_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError(this + " goes on");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    synchronized (stdin) {
      return stdin.toByteArray();
    }
  }

  /** Formats the request for transcripts: {@code METHOD /v1.41/path?query body}. */
  @Override
  public String toString() {
    return method
        + ' '
        + (version.isEmpty() ? "" : "/v" + version)
        + path
        + (query.isEmpty() ? "" : '?' + query)
        + (body.length == 0 ? "" : ' ' + new String(body, UTF_8).strip());
  }

  void received(byte[] bytes, int length) {
    synchronized (stdin) {
      stdin.write(bytes, 0, length);
    }
  }

  void answered() {
    answered.countDown();
  }

  static FakeRequest read(InputStream in) throws IOException {
    String[] words = line(in).split(" ", 3);
    Matcher target = TARGET.matcher(words[1]);
    if (!target.matches()) {
      throw new IOException("no path: " + words[1]);
    }
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
    }
    return new FakeRequest(words[0], target, headers, body(in, headers));
  }

  private static byte[] body(InputStream in, Map<String, String> headers) throws IOException {
    if (!headers.getOrDefault("Transfer-Encoding", "").equals("chunked")) {
      return in.readNBytes(Integer.parseInt(headers.getOrDefault("Content-Length", "0")));
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    int length;
    do {
      length = Integer.parseInt(line(in), 16);
      body.write(in.readNBytes(length));
      line(in);
    } while (length > 0);
    return body.toByteArray();
  }

  /** Reads a line that ends with CRLF. */
  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new EOFException();
      }
      line.append((char) b);
    }
    return line.toString().stripTrailing();
  }
}
