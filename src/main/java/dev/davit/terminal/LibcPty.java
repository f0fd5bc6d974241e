package dev.davit.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.impl.AbstractPty;
import org.jline.terminal.spi.SystemStream;

/**
 * The terminal of a standard stream on Linux, by calls of the C library.
 *
 * <p>JLine's own (3.30.6 and .17, FFM, JNI and exec) write a termios without its line speed, which
 * hangs up a serial console and leaves {@code stty -g} different from before, and look for a
 * provider first.
 */
final class LibcPty extends AbstractPty {
  private final int controlled;
  private final int sized;
  private final InputStream in;
  private final OutputStream out;

  /**
   * Names the descriptors of a terminal.
   *
   * @param controlled the descriptor whose attributes are read and set
   * @param sized the descriptor that is asked for the size
   */
  LibcPty(int controlled, int sized, InputStream in, OutputStream out) {
    // no provider: this is not one of those JLine chooses from
    super(null, sized == 2 ? SystemStream.Error : SystemStream.Output);
    this.controlled = controlled;
    this.sized = sized;
    this.in = in;
    this.out = out;
  }

  @Override
  public Attributes getAttr() throws IOException {
    return Termios.attributes(termios());
  }

  @Override
  protected void doSetAttr(Attributes attributes) throws IOException {
    byte[] termios = termios();
    Termios.put(attributes, termios);
    Libc.setAttributes(controlled, termios);
  }

  private byte[] termios() throws IOException {
    byte[] termios = Libc.attributes(controlled);
    if (termios == null) {
      throw new IOException("the terminal is closed");
    }
    return termios;
  }

  @Override
  public Size getSize() {
    WindowSize size = Libc.windowSize(sized);
    return new Size(size.columns(), size.rows());
  }

  @Override
  public void setSize(Size size) {
    throw new UnsupportedOperationException("the size of a terminal is its owner's");
  }

  /** Input without the polling of {@link AbstractPty}, which sets VMIN to 0. */
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
    throw new UnsupportedOperationException("the other side is the terminal's");
  }

  @Override
  public OutputStream getMasterOutput() {
    throw new UnsupportedOperationException("the other side is the terminal's");
  }

  @Override
  public void close() {}
}
