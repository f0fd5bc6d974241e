package dev.davit.session;

import dev.davit.engine.Containers;
import dev.davit.terminal.Signals;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends the signals that we get to the container instead, until it is closed. The third INT or TERM
 * ends us all the same, for a container that ignores them.
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

  private final Containers containers;
  private final String id;
  private final Runnable force;
  private final AtomicInteger interrupts = new AtomicInteger();
  private final List<Signals.Listening> listening = new ArrayList<>();

  private SignalProxy(Containers containers, String id, Runnable force) {
    this.containers = containers;
    this.id = id;
    this.force = force;
  }

  /** Starts to pass signals on; {@code force} is called at the third INT or TERM. */
  public static SignalProxy start(Containers containers, String id, Runnable force) {
    SignalProxy proxy = new SignalProxy(containers, id, force);
    SIGNALS.forEach(proxy::catchSignal);
    return proxy;
  }

  private void catchSignal(String name) {
    try {
      listening.add(Signals.on(name, this::passOn));
    } catch (IllegalArgumentException e) {
      // not of this system, or the JVM's own
    }
  }

  private void passOn(String signal) {
    boolean interrupt = signal.equals("INT") || signal.equals("TERM");
    if (interrupt && interrupts.incrementAndGet() >= FORCED_AT) {
      force.run();
      return;
    }
    try {
      containers.kill(id, signal);
    } catch (IOException e) {
      // it isn't running yet, or no longer; the end of its output tells
    }
  }

  @Override
  public void close() {
    listening.forEach(Signals.Listening::close);
  }
}
