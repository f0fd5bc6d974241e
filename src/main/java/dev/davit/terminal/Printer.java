package dev.davit.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.text.ControlBytes;
import java.io.IOException;
import org.jline.terminal.Terminal;

/** Standard output or standard error, for output that looks different on a terminal. */
public final class Printer {
  private final Streams streams;
  private final boolean error;

  private Printer(Streams streams, boolean error) {
    this.streams = streams;
    this.error = error;
  }

  /** Returns a printer to standard output. */
  public static Printer ofOutput(Streams streams) {
    return new Printer(streams, false);
  }

  /** Returns a printer to standard error. */
  public static Printer ofError(Streams streams) {
    return new Printer(streams, true);
  }

  /** Whether the stream is a terminal. */
  public boolean isTerminal() {
    return error ? streams.errIsTerminal() : streams.outIsTerminal();
  }

  /** The number of columns of the terminal; 0 if unknown. */
  public int columns() {
    return (error ? streams.errSize() : streams.outSize()).columns();
  }

  /** Writes a text of the client. */
  public void print(String text) throws IOException {
    (error ? streams.err() : streams.out()).write(text.getBytes(UTF_8));
  }

  /** Writes a text from an engine; on a terminal, control characters are escaped. */
  public void printSent(String text) throws IOException {
    print(ControlBytes.areIn(text) && isTerminal() ? ControlBytes.shown(text) : text);
  }

  /** Returns the terminal to draw on. */
  Terminal terminal() throws IOException {
    return error ? streams.errTerminal() : streams.terminal();
  }
}
