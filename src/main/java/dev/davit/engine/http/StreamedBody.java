package dev.davit.engine.http;

import dev.davit.io.BodyWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/** A request body of unknown length, written while it is sent. */
final class StreamedBody extends RequestBody {
  private final BodyWriter writer;
  private final MediaType type;

  StreamedBody(BodyWriter writer, String type) {
    this.writer = writer;
    this.type = MediaType.get(type);
  }

  @Override
  public MediaType contentType() {
    return type;
  }

  @Override
  public boolean isOneShot() {
    return true;
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    Network out = new Network(sink);
    try {
      writer.writeTo(out);
    } catch (IOException e) {
      throw out.failed ? e : new SourceFailed(e);
    }
  }

  /** A failure to read the content on the client, not of the connection. */
  static final class SourceFailed extends IOException {
    private static final long serialVersionUID = 1L;
    private final IOException reason;

    SourceFailed(IOException reason) {
      super(reason);
      this.reason = reason;
    }

    IOException reason() {
      return reason;
    }
  }

  /** A stream to the connection that records whether the connection failed. */
  private static final class Network extends FilterOutputStream implements WritableByteChannel {
    private final BufferedSink sink;
    private boolean failed;

    Network(BufferedSink sink) {
      super(sink.outputStream());
      this.sink = sink;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      try {
        out.write(bytes, offset, length);
      } catch (IOException e) {
        failed = true;
        throw e;
      }
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
      try {
        return sink.write(bytes);
      } catch (IOException e) {
        failed = true;
        throw e;
      }
    }

    @Override
    public boolean isOpen() {
      return sink.isOpen();
    }

    @Override
    public void flush() {
      // No flush: only the end of the body needs one; others would make small packets.
    }
  }
}
