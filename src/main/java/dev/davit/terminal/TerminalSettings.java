package dev.davit.terminal;

import java.io.Closeable;
import java.io.IOError;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Terminal;

/**
 * The settings of a terminal, which are restored by {@link #close}, or when the process ends in any
 * way that runs shutdown hooks.
 */
final class TerminalSettings implements Closeable {
  private final Terminal terminal;
  private final Attributes before;
  private final Thread hook = new Thread(this::restore, "restore settings");

  private TerminalSettings(Terminal terminal) {
    this.terminal = terminal;
    this.before = terminal.getAttributes();
  }

  /** Keeps the present settings. */
  static TerminalSettings of(Terminal terminal) {
    TerminalSettings settings = new TerminalSettings(terminal);
    Runtime.getRuntime().addShutdownHook(settings.hook);
    return settings;
  }

  /** Stops the echo of typed characters. */
  void hideInput() {
    Attributes hidden = new Attributes(before);
    hidden.setLocalFlag(LocalFlag.ECHO, false);
    terminal.setAttributes(hidden);
  }

  private void restore() {
    try {
      terminal.setAttributes(before);
    } catch (IOError e) {
      // a closed terminal has nothing to restore
    }
  }

  @Override
  public void close() {
    restore();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // the process is ending, and the hook restores the settings
    }
  }
}
