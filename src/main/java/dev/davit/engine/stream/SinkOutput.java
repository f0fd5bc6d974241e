package dev.davit.engine.stream;

import java.io.IOException;
import java.io.OutputStream;
import okio.Buffer;
import okio.Sink;

/** Writes to a sink without buffering, as a pressed key must not wait. */
final class SinkOutput extends OutputStream {
  private final Sink sink;
  private final Buffer buffer = new Buffer();

  SinkOutput(Sink sink) {
    this.sink = sink;
  }

  @Override
  public void write(int b) throws IOException {
    buffer.writeByte(b);
    send();
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    buffer.write(bytes, offset, length);
    send();
  }

  private void send() throws IOException {
    sink.write(buffer, buffer.size());
    sink.flush();
  }

  @Override
  public void close() throws IOException {
    sink.close();
  }
}
