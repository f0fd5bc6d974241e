package dev.davit.terminal;

import java.io.Closeable;
import java.io.IOError;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Attributes.ControlFlag;
import org.jline.terminal.Attributes.InputFlag;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Attributes.OutputFlag;
import org.jline.terminal.Terminal;

/**
 * A terminal in raw mode until {@link #close}, or until the process ends in any way that runs
 * shutdown hooks: a crash must not leave the user's shell without echo. The mode is that of moby's
 * term.MakeRaw.
 */
public final class RawMode implements Closeable {
  private static final EnumSet<InputFlag> COOKED_INPUT =
      EnumSet.of(
          InputFlag.IGNBRK,
          InputFlag.BRKINT,
          InputFlag.PARMRK,
          InputFlag.ISTRIP,
          InputFlag.INLCR,
          InputFlag.IGNCR,
          InputFlag.ICRNL,
          InputFlag.IXON);

  private static final EnumSet<LocalFlag> COOKED_LOCAL =
      EnumSet.of(
          LocalFlag.ECHO, LocalFlag.ECHONL, LocalFlag.ICANON, LocalFlag.ISIG, LocalFlag.IEXTEN);

  private final Terminal terminal;
  private final Attributes before;
  private final Thread hook = new Thread(this::end, "restore terminal");
  private final List<Signals.Listening> listening = new ArrayList<>();
  private boolean ended;

  private RawMode(Terminal terminal) {
    this.terminal = terminal;
    this.before = terminal.getAttributes();
  }

  static RawMode enter(Terminal terminal) {
    RawMode mode = new RawMode(terminal);
    mode.enter();
    return mode;
  }

  private static Attributes raw(Attributes attributes) {
    Attributes raw = new Attributes(attributes);
    raw.setInputFlags(COOKED_INPUT, false);
    raw.setOutputFlag(OutputFlag.OPOST, false);
    raw.setLocalFlags(COOKED_LOCAL, false);
    raw.setControlFlags(
        EnumSet.of(ControlFlag.CS5, ControlFlag.CS6, ControlFlag.CS7, ControlFlag.PARENB), false);
    raw.setControlFlag(ControlFlag.CS8, true);
    raw.setControlChar(ControlChar.VMIN, 1);
    raw.setControlChar(ControlChar.VTIME, 0);
    return raw;
  }

  private void enter() {
    Runtime.getRuntime().addShutdownHook(hook);
    // a shell sets its own mode while the process is stopped
    listening.add(Signals.on("CONT", signal -> setRaw()));
    if (!Signals.isCaught("TSTP")) {
      listening.add(Signals.on("TSTP", signal -> stop()));
    }
    setRaw();
  }

  /** Enters raw mode. May run after close(): other listeners of the signal can be slow. */
  private synchronized void setRaw() {
    if (!ended) {
      set(raw(before));
    }
  }

  /** Restores the mode before the process stops, if TSTP is not forwarded to the container. */
  private void stop() {
    restore();
    Libc.stop();
  }

  private synchronized void end() {
    ended = true;
    restore();
  }

  private synchronized void restore() {
    set(before);
  }

  private void set(Attributes attributes) {
    try {
      terminal.setAttributes(attributes);
    } catch (IOError e) {
      // a closed terminal has nothing to restore
    }
  }

  @Override
  public void close() {
    if (listening.isEmpty()) {
      return;
    }
    listening.forEach(Signals.Listening::close);
    listening.clear();
    end();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // the process is ending, and the hook restores the mode
    }
  }
}
