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
 * Forwards the client's signals to a container, or to the command of an exec, until it is closed.
 * The third INT or TERM ends the client, too, in case the receiver ignores them; so does HUP if the
 * terminal has hung up, as no streams are left.
 */
public final class SignalProxy implements Closeable {
  /**
   * All signals that a process can catch except CHLD, PIPE and URG, which concern the client itself
   * (ForwardAllSignals in cli/command/container/signals.go). Signals that the JVM reserves are left
   * out.
   */
  private static final List<String> SIGNALS =
      List.of(
          "HUP", "INT", "QUIT", "TERM", "USR1", "USR2", "ALRM", "CONT", "TSTP", "TTIN", "TTOU",
          "WINCH", "IO", "PWR", "SYS", "TRAP", "VTALRM", "XCPU", "XFSZ", "PROF", "STKFLT");

  private static final int FORCED_AT = 3;

  /** The exit code of a client that does not wait for its container. */
  private static final int FORCED = 1;

  /** The receiver of the signals, whose names lack SIG. */
  public interface Receiver {
    /**
     * Delivers a signal.
     *
     * @throws IOException if the signal may be lost silently
     * @throws Undeliverable if the failure is to be reported
     */
    void take(String signal) throws IOException;
  }

  /** A signal that cannot be forwarded; the client reports it and exits as the signal asks. */
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
   * Starts forwarding signals.
   *
   * @param tty whether the receiver has a TTY: a terminal that has hung up then ends the client,
   *     too
   * @param exit ends the process, even if other threads are blocked
   */
  public static SignalProxy start(
      Receiver receiver, boolean tty, Streams streams, IntConsumer exit) {
    SignalProxy proxy = new SignalProxy(receiver, tty, streams, exit);
    SIGNALS.forEach(proxy::catchSignal);
    proxy.catchPipe();
    return proxy;
  }

  private void catchSignal(String name) {
    try {
      listening.add(Signals.on(name, this::passOn));
    } catch (IllegalArgumentException e) {
      // the system lacks it, or the JVM reserves it
    }
  }

  /** Makes a write to a closed pipe an error, which docker reports while it forwards signals. */
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
      // the container is not running yet, or no longer; the end of its output shows it
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
