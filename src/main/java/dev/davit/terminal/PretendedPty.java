package dev.davit.terminal;

import java.io.InputStream;
import java.io.OutputStream;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.impl.AbstractPty;
import org.jline.terminal.spi.SystemStream;

/** A terminal that is not there: its settings are kept in memory. */
final class PretendedPty extends AbstractPty {
  private final InputStream in;
  private final OutputStream out;
  private Attributes attributes = new Attributes();

  PretendedPty(InputStream in, OutputStream out) {
    super(null, SystemStream.Output);
    this.in = in;
    this.out = out;
  }

  @Override
  public Attributes getAttr() {
    return new Attributes(attributes);
  }

  @Override
  protected void doSetAttr(Attributes changed) {
    attributes = new Attributes(changed);
  }

  @Override
  public Size getSize() {
    return new Size(80, 24);
  }

  @Override
  public void setSize(Size size) {
    throw new UnsupportedOperationException("nobody sees the size");
  }

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
    throw new UnsupportedOperationException("there is no other end");
  }

  @Override
  public OutputStream getMasterOutput() {
    throw new UnsupportedOperationException("there is no other end");
  }

  @Override
  public void close() {}
}
