package dev.davit.terminal;

import java.io.Closeable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A terminal in raw mode until it is closed, or the process ends in any way that runs shutdown
 * hooks: a crash must not leave the user's shell without echo. The mode is that of moby's
 * term.MakeRaw.
 */
public final class RawMode implements Closeable {
  private final int descriptor;
  private final byte @Nullable [] before;
  private final Thread hook = new Thread(this::end, "restore terminal");
  private final List<Signals.Listening> listening = new ArrayList<>();
  private boolean ended;

  private RawMode(int descriptor, byte @Nullable [] before) {
    this.descriptor = descriptor;
    this.before = before;
  }

  /** Does nothing where the descriptor is no terminal. */
  static RawMode enter(int descriptor) {
    RawMode mode = new RawMode(descriptor, Libc.attributes(descriptor));
    mode.enter();
    return mode;
  }

  /** No raw mode, to be closed like one. */
  static RawMode none() {
    return new RawMode(-1, null);
  }

  private void enter() {
    if (before == null) {
      return;
    }
    Runtime.getRuntime().addShutdownHook(hook);
    // a shell sets its own mode while we are stopped
    listening.add(Signals.on("CONT", signal -> goOn()));
    if (!Signals.isCaught("TSTP")) {
      listening.add(Signals.on("TSTP", signal -> stop()));
    }
    goOn();
  }

  /** A signal may come to us late, when whoever else listens to it has taken his time. */
  private synchronized void goOn() {
    if (!ended && before != null) {
      Libc.setAttributes(descriptor, Libc.raw(before));
    }
  }

  /** Where the signal is not passed on, it stops us; whoever looks then finds the old mode. */
  private void stop() {
    restore();
    Libc.stop();
  }

  private synchronized void end() {
    ended = true;
    restore();
  }

  private synchronized void restore() {
    if (before != null) {
      Libc.setAttributes(descriptor, before);
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
      // the process is ending, and the hook restores once more
    }
  }
}
