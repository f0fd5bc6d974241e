package dev.davit.terminal;

import java.io.Closeable;
import org.jspecify.annotations.Nullable;

/**
 * A terminal in raw mode until it is closed, or the process ends in any way that runs shutdown
 * hooks: a crash must not leave the user's shell without echo. The mode is that of moby's
 * term.MakeRaw.
 */
public final class RawMode implements Closeable {
  private final int descriptor;
  private final byte @Nullable [] before;
  private final Thread hook = new Thread(this::restore, "restore terminal");
  private Signals.@Nullable Listening continued;

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
    continued = Signals.on("CONT", signal -> Libc.setAttributes(descriptor, Libc.raw(before)));
    Libc.setAttributes(descriptor, Libc.raw(before));
  }

  private void restore() {
    if (before != null) {
      Libc.setAttributes(descriptor, before);
    }
  }

  @Override
  public void close() {
    if (continued == null) {
      return;
    }
    continued.close();
    continued = null;
    restore();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // the process is ending, and the hook restores once more
    }
  }
}
