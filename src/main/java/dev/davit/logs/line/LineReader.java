package dev.davit.logs.line;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lines of a log, as {@code GET /containers/{id}/logs} sends it, or of an attached
 * stream. Memory is bounded, however long lines and frames are.
 */
public final class LineReader implements LogSource {
  private static final int HEADER = 8;
  private static final int PIECE = 32 * 1024;
  private static final int MAX_ERROR = 4096;

  private static final int STDERR = 2;
  private static final int ERROR = 3;

  private final InputStream in;
  private final boolean framed;
  private final Deque<LogLine> ready = new ArrayDeque<>();
  private final FrameLines out;
  private final FrameLines err;
  private final TtyLines tty;
  private final byte[] buffer = new byte[PIECE];
  private final StringBuilder engineError = new StringBuilder();
  private int position;
  private int limit;
  private int stream;
  private long remaining;
  private boolean begins;
  private boolean ended;
  private @Nullable IOException failure;

  private LineReader(InputStream in, boolean framed, boolean stamped) {
    this.in = in;
    this.framed = framed;
    this.out = new FrameLines(false, stamped, ready::add);
    this.err = new FrameLines(true, stamped, ready::add);
    this.tty = new TtyLines(stamped, ready::add);
  }

  /**
   * Creates a reader of a log with the engine's timestamps.
   *
   * @param framed whether the log has frames: the log of a container without a TTY
   */
  public LineReader(InputStream in, boolean framed) {
    this(in, framed, true);
  }

  /**
   * Creates a reader of a log or stream without timestamps.
   *
   * @param framed whether the stream has frames: the stream of a container without a TTY
   */
  public static LineReader unstamped(InputStream in, boolean framed) {
    return new LineReader(in, framed, false);
  }

  /**
   * Returns the next line; all lines before a failure are returned first.
   *
   * @throws EOFException if the log ends inside a frame
   */
  @Override
  public @Nullable LogLine next() throws IOException {
    while (ready.isEmpty() && !ended) {
      read();
    }
    if (ready.isEmpty() && failure != null) {
      throw failure;
    }
    return ready.poll();
  }

  private void read() {
    try {
      int n = in.read(buffer, limit, buffer.length - limit);
      if (n < 0) {
        end();
        return;
      }
      limit += n;
      if (framed) {
        splitFrames();
      } else {
        tty.add(buffer, 0, limit);
        limit = 0;
      }
    } catch (IOException e) {
      failure = e;
      end();
    }
  }

  private void end() {
    ended = true;
    if (failure == null && (limit > 0 || remaining > 0)) {
      failure = new EOFException("unexpected EOF");
      if (remaining > 0) {
        takePayload(limit);
      }
    }
    out.end();
    err.end();
    tty.end();
  }

  /** Takes all that the buffer has, and keeps the begin of a header or timestamp. */
  private void splitFrames() throws IOException {
    position = 0;
    while (isReady()) {
      if (remaining == 0) {
        readHeader();
      } else {
        takePayload((int) Math.min(remaining, limit - position));
      }
      if (remaining == 0 && stream == ERROR) {
        throw new IOException("error from daemon in stream: " + engineError);
      }
    }
    System.arraycopy(buffer, position, buffer, 0, limit - position);
    limit -= position;
    position = 0;
  }

  private boolean isReady() {
    int wanted =
        remaining == 0 ? HEADER : begins ? (int) Math.min(remaining, TimestampReader.LONGEST) : 1;
    return limit - position >= wanted;
  }

  private void readHeader() throws IOException {
    stream = buffer[position];
    if (stream < 0 || stream > ERROR) {
      throw new IOException("Unrecognized input header: " + (stream & 0xff));
    }
    remaining = 0;
    for (int i = position + 4; i < position + HEADER; i++) {
      remaining = remaining << 8 | buffer[i] & 0xff;
    }
    position += HEADER;
    begins = true;
  }

  private void takePayload(int length) {
    int end = position + length;
    switch (stream) {
      case ERROR -> appendError(length);
      case STDERR -> err.add(buffer, position, end, begins);
      default -> out.add(buffer, position, end, begins);
    }
    begins = false;
    position = end;
    remaining -= length;
  }

  private void appendError(int length) {
    int room = Math.clamp((long) MAX_ERROR - engineError.length(), 0, length);
    engineError.append(new String(buffer, position, room, UTF_8));
  }
}
