package dev.davit.engine.http;

import dev.davit.io.BodyWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/** A body that is written as it is sent, its length unknown. */
final class StreamedBody extends RequestBody {
  private static final MediaType TAR = MediaType.get("application/x-tar");

  private final BodyWriter writer;

  StreamedBody(BodyWriter writer) {
    this.writer = writer;
  }

  @Override
  public MediaType contentType() {
    return TAR;
  }

  @Override
  public boolean isOneShot() {
    return true;
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    Network out = new Network(sink.outputStream());
    try {
      writer.writeTo(out);
    } catch (IOException e) {
      throw out.failed ? e : new SourceFailed(e);
    }
  }

  /** The content could not be read here, which is not the connection's fault. */
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

  /** Remembers whether it was the connection that failed. */
  private static final class Network extends FilterOutputStream {
    private boolean failed;

    Network(OutputStream out) {
      super(out);
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
    public void flush() {
      // the end of the body flushes; a flush in between would only make small packets
    }
  }
}
