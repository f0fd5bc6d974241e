package dev.davit.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.spi.SystemStream;

/**
 * The terminal of a standard stream on Linux, by functions of the C library.
 *
 * <p>JLine's own implementations (3.30.6 and 3.30.17; FFM, JNI and exec) write a termios without
 * its line speed, which hangs up a serial console and leaves {@code stty -g} different from before,
 * and search for a provider first.
 */
final class LibcPty extends StreamPty {
  private final int controlled;
  private final int sized;

  /**
   * Uses the descriptors of a terminal.
   *
   * @param controlled the descriptor whose attributes are read and set
   * @param sized the descriptor whose size is read
   */
  LibcPty(int controlled, int sized, InputStream in, OutputStream out) {
    super(sized == 2 ? SystemStream.Error : SystemStream.Output, in, out);
    this.controlled = controlled;
    this.sized = sized;
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
}
