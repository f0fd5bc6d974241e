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
 * <p>No other class uses {@code System.in}, {@code out} or {@code err}: a {@code PrintStream}
 * swallows write errors, and a full disk must not look like success.
 */
public final class Streams {
  /** The largest number of characters to encode at a time. */
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

  /** Returns the streams of this process. */
  public static Streams ofProcess() {
    return new Streams(
        new StandardInput(new FileInputStream(FileDescriptor.in).getChannel()),
        new StandardOutput("/dev/stdout", new FileOutputStream(FileDescriptor.out).getChannel()),
        new StandardOutput("/dev/stderr", new FileOutputStream(FileDescriptor.err).getChannel()),
        null,
        null,
        null);
  }

  /** Returns whether these are the streams of this process, which child processes inherit. */
  public boolean areOfProcess() {
    return out instanceof StandardOutput;
  }

  /** Returns streams in memory, none of which is a terminal. */
  public static Streams of(byte[] in, ByteArrayOutputStream out, ByteArrayOutputStream err) {
    return new Streams(new ByteArrayInputStream(in), out, err, false, false, false);
  }

  /**
   * Returns streams without input.
   *
   * @param terminal whether the output ends up on a terminal; only its text depends on that
   */
  public static Streams of(OutputStream out, OutputStream err, boolean terminal) {
    InputStream in = InputStream.nullInputStream();
    return new Streams(in, out, err, false, terminal, terminal);
  }

  /** Returns streams in memory that pass for a terminal of 80 by 24 characters. */
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

  /** Returns whether standard input and standard output are both terminals. */
  public boolean areTerminals() {
    return inIsTerminal() && outIsTerminal();
  }

  /**
   * Returns whether a stream is a terminal that has hung up, other than after a mere HUP signal.
   */
  public boolean terminalHasHungUp() {
    return hasHungUp(0) || hasHungUp(1) || hasHungUp(2);
  }

  private boolean hasHungUp(int descriptor) {
    return isTerminal(descriptor) && Libc.attributes(descriptor) == null;
  }

  /** Returns the size of standard output's terminal. */
  public WindowSize outSize() {
    return outIsTerminal() ? WindowSize.of(this::terminal) : WindowSize.UNKNOWN;
  }

  /** Returns the size of standard error's terminal. */
  public WindowSize errSize() {
    return errIsTerminal() ? WindowSize.of(this::errTerminal) : WindowSize.UNKNOWN;
  }

  /**
   * Listens to size changes of standard output's terminal. Several changes may be reported as one.
   */
  public Signals.Listening onResize(Runnable changed) {
    try {
      Terminal resized = terminal();
      resized.handle(Signal.WINCH, signal -> changed.run());
      return () -> resized.handle(Signal.WINCH, SignalHandler.SIG_DFL);
    } catch (IOException e) {
      return () -> {}; // the terminal is closed
    }
  }

  /**
   * Puts the terminal of standard input into raw mode; null if standard input is not a terminal.
   */
  public @Nullable RawMode rawMode() {
    try {
      return inIsTerminal() ? RawMode.enter(terminal()) : null;
    } catch (IOException e) {
      return null; // the terminal is closed
    }
  }

  /**
   * Opens the terminal of standard output, with standard input as its input if that is a terminal.
   *
   * @throws IOException if standard output is not a terminal, or the terminal is closed
   */
  synchronized Terminal terminal() throws IOException {
    if (terminal == null) {
      terminal = Terminals.open(inIsTerminal() ? 0 : 1, 1, in, out);
    }
    return terminal;
  }

  /**
   * Opens the terminal of standard error.
   *
   * @throws IOException if standard error is not a terminal, or the terminal is closed
   */
  synchronized Terminal errTerminal() throws IOException {
    if (errTerminal == null) {
      errTerminal = Terminals.open(2, 2, in, err);
    }
    return errTerminal;
  }

  /** Writes text to standard output, in one write unless it is very long. */
  public void print(CharSequence text) throws IOException {
    int end;
    for (int begin = 0; begin < text.length(); begin = end) {
      end = Math.min(begin + LONG_TEXT, text.length());
      if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
        end--; // keep surrogate pairs together
      }
      out.write(text.subSequence(begin, end).toString().getBytes(UTF_8));
    }
  }

  /** Prints text from an engine; on a terminal, control characters are escaped. */
  public void printSent(CharSequence text) throws IOException {
    print(ControlBytes.areIn(text) && outIsTerminal() ? ControlBytes.shown(text) : text);
  }

  /** Prints JSON from an engine; on a terminal, control characters get JSON's escapes. */
  public void printSentJson(byte[] json) throws IOException {
    String text = outIsTerminal() ? new String(json, UTF_8) : "";
    out.write(ControlBytes.areIn(text) ? ControlBytes.shownInJson(text).getBytes(UTF_8) : json);
  }

  /** Writes a line to standard output. */
  public void println(String line) throws IOException {
    print(line + '\n');
  }

  /** Writes a line to standard error; a failure is ignored, as it cannot be reported. */
  public void error(String line) {
    try {
      String shown = ControlBytes.areIn(line) && errIsTerminal() ? ControlBytes.shown(line) : line;
      err.write((shown + '\n').getBytes(UTF_8));
    } catch (IOException e) {
      // standard error is closed or full
    }
  }

  /** Keeps the first result: after a hangup the system does not report a terminal as one. */
  private boolean isTerminal(int descriptor) {
    Boolean known = terminals[descriptor];
    if (known == null) {
      known = TerminalDevice.isTerminal(descriptor);
      terminals[descriptor] = known;
    }
    return known;
  }

  /**
   * Standard output or error has no reader any more. As with a Go program, that ends the program
   * silently, as SIGPIPE would; while PIPE has a listener, the failure is reported.
   */
  public static final class BrokenPipe extends IOException {
    private static final long serialVersionUID = 1L;

    private final boolean silent;

    BrokenPipe(String stream, boolean silent) {
      super("write " + stream + ": broken pipe");
      this.silent = silent;
    }

    /** Whether to end without a message. */
    public boolean isSilent() {
      return silent;
    }
  }
}
