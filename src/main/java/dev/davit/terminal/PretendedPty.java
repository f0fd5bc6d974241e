package dev.davit.terminal;

import java.io.InputStream;
import java.io.OutputStream;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.spi.SystemStream;

/** A simulated terminal, whose settings are kept in memory. */
final class PretendedPty extends StreamPty {
  private Attributes attributes = new Attributes();

  PretendedPty(InputStream in, OutputStream out) {
    super(SystemStream.Output, in, out);
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
}
