package dev.davit.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.text.ControlBytes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;
import org.jspecify.annotations.Nullable;

/**
 * The standard streams of the process, unbuffered, and whether each is a terminal.
 *
 * <p>Nothing else touches {@code System.in}, {@code out} or {@code err}: a {@code PrintStream}
 * swallows write errors, and a full disk must not look like success.
 */
public final class Streams {
  /** Characters that are encoded at a time. */
  private static final int LONG_TEXT = 64 * 1024;

  private final InputStream in;
  private final OutputStream out;
  private final OutputStream err;
  private final @Nullable Boolean[] terminals;
  private @Nullable Terminal terminal;
  private @Nullable Terminal errTerminal;

  private Streams(
      InputStream in, OutputStream out, OutputStream err, @Nullable Boolean... terminals) {
    this.in = in;
    this.out = out;
    this.err = err;
    this.terminals = terminals;
  }

  /** The streams of this process. */
  public static Streams ofProcess() {
    return new Streams(
        new StandardInput(new FileInputStream(FileDescriptor.in).getChannel()),
        new StandardOutput("/dev/stdout", new FileOutputStream(FileDescriptor.out).getChannel()),
        new StandardOutput("/dev/stderr", new FileOutputStream(FileDescriptor.err).getChannel()),
        null,
        null,
        null);
  }

  /** Streams in memory, none of them a terminal. */
  public static Streams of(byte[] in, ByteArrayOutputStream out, ByteArrayOutputStream err) {
    return new Streams(new ByteArrayInputStream(in), out, err, false, false, false);
  }

  /** Streams in memory that pass for a terminal of 80 by 24 characters. */
  public static Streams ofPretendedTerminal(ByteArrayOutputStream out) throws IOException {
    Streams streams =
        new Streams(new ByteArrayInputStream(new byte[0]), out, out, true, true, true);
    streams.terminal = Terminals.pretended(streams.in, out);
    streams.errTerminal = streams.terminal;
    return streams;
  }

  public InputStream in() {
    return in;
  }

  public OutputStream out() {
    return out;
  }

  public OutputStream err() {
    return err;
  }

  public boolean inIsTerminal() {
    return isTerminal(0);
  }

  public boolean outIsTerminal() {
    return isTerminal(1);
  }

  public boolean errIsTerminal() {
    return isTerminal(2);
  }

  /** Whether standard input and output both are. */
  public boolean areTerminals() {
    return inIsTerminal() && outIsTerminal();
  }

  /** Whether a standard stream is a terminal that has hung up, and not only a HUP that was sent. */
  public boolean terminalHasHungUp() {
    return hasHungUp(0) || hasHungUp(1) || hasHungUp(2);
  }

  private boolean hasHungUp(int descriptor) {
    return isTerminal(descriptor) && Libc.attributes(descriptor) == null;
  }

  /** The size of the terminal that standard output is. */
  public WindowSize outSize() {
    return outIsTerminal() ? WindowSize.of(this::terminal) : WindowSize.UNKNOWN;
  }

  /** The size of the terminal that standard error is. */
  public WindowSize errSize() {
    return errIsTerminal() ? WindowSize.of(this::errTerminal) : WindowSize.UNKNOWN;
  }

  /**
   * Listens to changes of the size of the terminal that standard output is. Several changes may be
   * reported as one.
   */
  public Signals.Listening onResize(Runnable changed) {
    try {
      Terminal resized = terminal();
      resized.handle(Signal.WINCH, signal -> changed.run());
      return () -> resized.handle(Signal.WINCH, SignalHandler.SIG_DFL);
    } catch (IOException e) {
      return () -> {}; // it is closed
    }
  }

  /** Puts the terminal of standard input into raw mode; null if standard input is no terminal. */
  public @Nullable RawMode rawMode() {
    try {
      return inIsTerminal() ? RawMode.enter(terminal()) : null;
    } catch (IOException e) {
      return null; // it is closed
    }
  }

  /**
   * The terminal that standard output is, and standard input where that is one.
   *
   * @throws IOException if there is no terminal, or it is closed
   */
  synchronized Terminal terminal() throws IOException {
    if (terminal == null) {
      terminal = Terminals.open(inIsTerminal() ? 0 : 1, 1, in, out);
    }
    return terminal;
  }

  /**
   * The terminal that standard error is.
   *
   * @throws IOException if there is no terminal, or it is closed
   */
  synchronized Terminal errTerminal() throws IOException {
    if (errTerminal == null) {
      errTerminal = Terminals.open(2, 2, in, err);
    }
    return errTerminal;
  }

  /** Writes text to standard output, as one write unless it is very long. */
  public void print(CharSequence text) throws IOException {
    int end;
    for (int begin = 0; begin < text.length(); begin = end) {
      end = Math.min(begin + LONG_TEXT, text.length());
      if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
        end--; // its other half comes next
      }
      out.write(text.subSequence(begin, end).toString().getBytes(UTF_8));
    }
  }

  /** The same of text that an engine sent, which must not steer a terminal. */
  public void printSent(CharSequence text) throws IOException {
    print(ControlBytes.areIn(text) && outIsTerminal() ? ControlBytes.shown(text) : text);
  }

  /** The same of JSON, which stays that. */
  public void printSentJson(byte[] json) throws IOException {
    String text = outIsTerminal() ? new String(json, UTF_8) : "";
    out.write(ControlBytes.areIn(text) ? ControlBytes.shownInJson(text).getBytes(UTF_8) : json);
  }

  /** Writes a line to standard output. */
  public void println(String line) throws IOException {
    print(line + '\n');
  }

  /** Writes a line to standard error; where that can't be done there is nobody to tell. */
  public void error(String line) {
    try {
      String shown = ControlBytes.areIn(line) && errIsTerminal() ? ControlBytes.shown(line) : line;
      err.write((shown + '\n').getBytes(UTF_8));
    } catch (IOException e) {
      // nobody to tell
    }
  }

  /** The first answer is kept: the system does not call a terminal one after it has hung up. */
  private boolean isTerminal(int descriptor) {
    Boolean known = terminals[descriptor];
    if (known == null) {
      known = TerminalDevice.isTerminal(descriptor);
      terminals[descriptor] = known;
    }
    return known;
  }

  /** Whoever read the output has gone: the program ends silently, as SIGPIPE would end it. */
  public static final class BrokenPipe extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
