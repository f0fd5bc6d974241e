package dev.davit.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.AbstractPosixTerminal;
import org.jline.terminal.spi.Pty;
import org.jline.utils.InfoCmp;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.NonBlocking;
import org.jline.utils.NonBlockingInputStream;
import org.jline.utils.NonBlockingReader;

/**
 * JLine's view of the user's terminal. Its signals come from {@link Signals}, where a signal can
 * have several listeners; JLine's {@code PosixSysTerminal} would replace the others.
 *
 * <p>The terminal's type is always {@code xterm-256color}: docker writes the escape codes of
 * ECMA-48 for any {@code TERM}, and {@code infocmp} is never started.
 */
final class SystemTerminal extends AbstractPosixTerminal {
  /** JLine's type for all terminals of the client. */
  static final String TYPE = "xterm-256color";

  private final NonBlockingInputStream input;
  private final OutputStream output;
  private final NonBlockingReader reader;
  private final PrintWriter writer;
  private final Map<Signal, Signals.Listening> listening = new EnumMap<>(Signal.class);

  SystemTerminal(Pty pty) throws IOException {
    super("davit", TYPE, pty, UTF_8, SignalHandler.SIG_DFL);
    input = NonBlocking.nonBlocking(getName(), pty.getSlaveInput());
    output = pty.getSlaveOutput();
    reader = NonBlocking.nonBlocking(getName(), input, UTF_8);
    writer = new PrintWriter(new OutputStreamWriter(output, UTF_8));
  }

  /** Adds the terminal's capabilities, which only drawing and line editing need. */
  static Terminal withCapabilities(Terminal terminal) {
    if (terminal instanceof SystemTerminal own) {
      own.bools.addAll(Capabilities.BOOLEANS);
      own.ints.putAll(Capabilities.NUMBERS);
      own.strings.putAll(Capabilities.STRINGS);
    }
    return terminal;
  }

  /** JLine's capabilities of the type; read while the native binary is built. */
  private static final class Capabilities {
    static final Set<Capability> BOOLEANS = EnumSet.noneOf(Capability.class);
    static final Map<Capability, Integer> NUMBERS = new EnumMap<>(Capability.class);
    static final Map<Capability, String> STRINGS = new EnumMap<>(Capability.class);

    static {
      InfoCmp.parseInfoCmp(InfoCmp.getDefaultInfoCmp(TYPE), BOOLEANS, NUMBERS, STRINGS);
      // the mouse is not used
      STRINGS.remove(Capability.key_mouse);
    }
  }

  @Override
  public SignalHandler handle(Signal signal, SignalHandler handler) {
    SignalHandler before = super.handle(signal, handler);
    synchronized (listening) {
      Signals.Listening old = listening.remove(signal);
      if (!handler.equals(SignalHandler.SIG_DFL)) {
        listening.put(signal, Signals.on(signal.name(), name -> take(signal)));
      }
      if (old != null) {
        old.close();
      }
    }
    return before;
  }

  /** Shows keys that send signals, such as ^C: JLine has disabled the terminal's own echo. */
  private void take(Signal signal) {
    echoSignal(signal);
    raise(signal);
  }

  /** Enters JLine's raw mode, but with reads that wait for a byte, as other code expects. */
  @Override
  public Attributes enterRawMode() {
    Attributes before = super.enterRawMode();
    Attributes raw = getAttributes();
    raw.setControlChar(ControlChar.VMIN, 1);
    raw.setControlChar(ControlChar.VTIME, 0);
    setAttributes(raw);
    return before;
  }

  @Override
  public NonBlockingReader reader() {
    return reader;
  }

  @Override
  public PrintWriter writer() {
    return writer;
  }

  @Override
  public InputStream input() {
    return input;
  }

  @Override
  public OutputStream output() {
    return output;
  }
}
