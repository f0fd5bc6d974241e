package dev.davit.attach;

import dev.davit.terminal.Signals;
import dev.davit.terminal.Streams;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * Passes the client's signals on, to a container or a command in one, until it is closed. The third
 * INT or TERM ends the client all the same, for receivers that ignore them; so does HUP where the
 * terminal has hung up, as there is nothing left to read or write.
 */
public final class SignalProxy implements Closeable {
  /**
   * All that a process can catch but CHLD, PIPE and URG, which are about ourselves
   * (ForwardAllSignals in cli/command/container/signals.go). The JVM keeps some for itself; those
   * are passed over.
   */
  private static final List<String> SIGNALS =
      List.of(
          "HUP", "INT", "QUIT", "TERM", "USR1", "USR2", "ALRM", "CONT", "TSTP", "TTIN", "TTOU",
          "WINCH", "IO", "PWR", "SYS", "TRAP", "VTALRM", "XCPU", "XFSZ", "PROF", "STKFLT");

  private static final int FORCED_AT = 3;

  /** The exit code of a client that does not wait for its container. */
  private static final int FORCED = 1;

  /** Who gets the signals, named without SIG. */
  public interface Receiver {
    /** Throws an IOException that doesn't matter, or {@link Undeliverable}. */
    void take(String signal) throws IOException;
  }

  /** A signal that can't be passed on: one that asks us to end then does so. */
  public static final class Undeliverable extends IOException {
    private static final long serialVersionUID = 1L;

    Undeliverable(String message) {
      super(message);
    }
  }

  private final Receiver receiver;
  private final boolean tty;
  private final Streams streams;
  private final IntConsumer exit;
  private final AtomicInteger interrupts = new AtomicInteger();
  private final List<Signals.Listening> listening = new ArrayList<>();

  private SignalProxy(Receiver receiver, boolean tty, Streams streams, IntConsumer exit) {
    this.receiver = receiver;
    this.tty = tty;
    this.streams = streams;
    this.exit = exit;
  }

  /**
   * Starts to pass signals on.
   *
   * @param tty whether the receiver has a TTY: then a terminal that has hung up ends the client too
   * @param exit ends the process, whatever its other threads wait for
   */
  public static SignalProxy start(
      Receiver receiver, boolean tty, Streams streams, IntConsumer exit) {
    SignalProxy proxy = new SignalProxy(receiver, tty, streams, exit);
    SIGNALS.forEach(proxy::catchSignal);
    if (Signals.wasPipeIgnored()) {
      proxy.catchPipe();
    }
    return proxy;
  }

  private void catchSignal(String name) {
    try {
      listening.add(Signals.on(name, this::passOn));
    } catch (IllegalArgumentException e) {
      // not of this system, or the JVM's own
    }
  }

  /**
   * Makes a write to a closed pipe an error, which docker reports while it passes signals on; a
   * user whose pipeline ends early, and who does not ignore PIPE, is spared the message.
   */
  private void catchPipe() {
    listening.add(Signals.on("PIPE", signal -> {}));
  }

  private void passOn(String signal) {
    boolean interrupt = signal.equals("INT") || signal.equals("TERM");
    if (interrupt && interrupts.incrementAndGet() >= FORCED_AT) {
      streams.error("\ngot 3 SIGTERM/SIGINTs, forcefully exiting");
      exit.accept(FORCED);
      return;
    }
    try {
      receiver.take(signal);
    } catch (Undeliverable e) {
      streams.error(String.valueOf(e.getMessage()));
      exit.accept(Signals.exitCode(signal));
    } catch (IOException e) {
      // it isn't running yet, or no longer; the end of its output tells
    }
    if (tty && signal.equals("HUP") && streams.terminalHasHungUp()) {
      exit.accept(Signals.exitCode(signal));
    }
  }

  @Override
  public void close() {
    listening.forEach(Signals.Listening::close);
  }
}
