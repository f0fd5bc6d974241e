package dev.davit.logs.line;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the messages of a service's log, as {@code GET /services/{id}/logs} sends it with
 * timestamps and details: each begins with the time and {@code key=value,...}.
 */
public final class ServiceLogReader {
  private static final int HEADER = 8;

  /** Far above the longest message of a log driver. */
  private static final int LONGEST = 1 << 20;

  private static final int STDERR = 2;
  private static final int ERROR = 3;
  private static final String TASK = "com.docker.swarm.task.id=";

  private final InputStream in;
  private final boolean framed;
  private final TimestampReader timestamps = new TimestampReader();

  /**
   * Creates a reader.
   *
   * @param framed whether the log has frames: the log of tasks without a TTY; otherwise each line
   *     is a message
   */
  public ServiceLogReader(InputStream in, boolean framed) {
    this.in = framed ? in : new BufferedInputStream(in);
    this.framed = framed;
  }

  /**
   * Returns the next message; null at the end.
   *
   * @throws IOException with the reason if the log cannot be read, or is not complete
   */
  public @Nullable ServiceMessage next() throws IOException {
    return framed ? nextFrame() : nextLine();
  }

  private @Nullable ServiceMessage nextLine() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int next = in.read();
    while (next >= 0 && next != '\n' && line.size() < LONGEST) {
      line.write(next);
      next = in.read();
    }
    if (next < 0 && line.size() == 0) {
      return null;
    }
    if (next >= 0) {
      line.write(next);
    }
    return message(false, line.toByteArray());
  }

  private @Nullable ServiceMessage nextFrame() throws IOException {
    byte[] header = in.readNBytes(HEADER);
    if (header.length == 0) {
      return null;
    }
    if (header.length < HEADER) {
      throw new EOFException("unexpected EOF");
    }
    int length =
        (header[4] & 0xff) << 24
            | (header[5] & 0xff) << 16
            | (header[6] & 0xff) << 8
            | header[7] & 0xff;
    if (length < 0 || length > LONGEST) {
      throw new IOException(
          "a log message of "
              + Integer.toUnsignedString(length)
              + " bytes exceeds the limit of "
              + LONGEST);
    }
    byte[] message = in.readNBytes(length);
    if (message.length < length) {
      throw new EOFException("unexpected EOF");
    }
    if (header[0] == ERROR) {
      throw new IOException("error from daemon in stream: " + new String(message, UTF_8).strip());
    }
    return message(header[0] == STDERR, message);
  }

  /** Moves the time behind the details, directly before the text. */
  private ServiceMessage message(boolean stderr, byte[] message) {
    int stamp = timestamps.read(message, 0, message.length);
    int blank = stamp;
    while (blank < message.length && message[blank] != ' ') {
      blank++;
    }
    String details = new String(message, stamp, blank - stamp, UTF_8);
    int text = Math.min(blank + 1, message.length);
    System.arraycopy(message, 0, message, text - stamp, stamp);
    return new ServiceMessage(
        task(details), stderr, message, text - stamp, text, timestamps.time());
  }

  private static String task(String details) {
    int begin = details.indexOf(TASK);
    if (begin < 0) {
      return "";
    }
    int end = details.indexOf(',', begin);
    return details.substring(begin + TASK.length(), end < 0 ? details.length() : end);
  }
}
