package dev.davit.terminal;

import java.io.InputStream;
import java.io.OutputStream;
import org.jline.terminal.Size;
import org.jline.terminal.impl.AbstractPty;
import org.jline.terminal.spi.SystemStream;

/** A terminal that is read and written by two streams; another program has its master end. */
abstract class StreamPty extends AbstractPty {
  private final InputStream in;
  private final OutputStream out;

  StreamPty(SystemStream stream, InputStream in, OutputStream out) {
    super(null, stream); // null: not created by a provider of JLine
    this.in = in;
    this.out = out;
  }

  @Override
  public void setSize(Size size) {
    throw new UnsupportedOperationException("the size of a terminal cannot be set here");
  }

  /** Returns the input without the polling of {@link AbstractPty}, which sets VMIN to 0. */
  @Override
  public InputStream getSlaveInput() {
    return in;
  }

  @Override
  protected InputStream doGetSlaveInput() {
    return in;
  }

  @Override
  public OutputStream getSlaveOutput() {
    return out;
  }

  @Override
  public InputStream getMasterInput() {
    throw new UnsupportedOperationException("a pseudo-terminal's master is not available");
  }

  @Override
  public OutputStream getMasterOutput() {
    throw new UnsupportedOperationException("a pseudo-terminal's master is not available");
  }

  @Override
  public void close() {}
}
