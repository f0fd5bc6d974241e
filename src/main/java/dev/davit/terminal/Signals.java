package dev.davit.terminal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * The signals of the process. A signal can have several listeners, such as WINCH, which is
 * forwarded and also resizes a TTY; with a listener, a signal has no other effect.
 */
public final class Signals {
  /** The number that a shell adds to the signal's number for the exit code. */
  private static final int SIGNALLED = 128;

  private static final List<String> REQUESTS =
      List.of("USR1", "USR2", "ALRM", "VTALRM", "PROF", "XCPU", "IO", "PWR");

  private static final Map<String, Signals> CAUGHT = new HashMap<>();

  private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();
  private final SignalHandler before;

  private Signals(String name) {
    before = handle(new Signal(name), signal -> deliver(signal.getName()));
  }

  /** A registered listener; closing it a second time does nothing. */
  public interface Listening extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Adds a listener to a signal, named without SIG.
   *
   * @throws IllegalArgumentException if the system lacks the signal, or the JVM reserves it
   */
  public static Listening on(String name, Consumer<String> listener) {
    synchronized (CAUGHT) {
      CAUGHT.computeIfAbsent(name, Signals::new).listeners.add(listener);
    }
    return () -> leave(name, listener);
  }

  /** Returns whether a signal has a listener. */
  static boolean isCaught(String name) {
    synchronized (CAUGHT) {
      return CAUGHT.containsKey(name);
    }
  }

  /**
   * Makes INT and TERM end the process through {@code exit}, which runs the shutdown hooks, with
   * the exit codes that a shell expects, even if they were ignored at start, as in background jobs
   * of a shell script.
   */
  public static void exitOnInterrupt(IntConsumer exit) {
    SignalHandler exiting = new Exiting(exit);
    handle(new Signal("INT"), exiting);
    handle(new Signal("TERM"), exiting);
  }

  /**
   * Makes QUIT and HUP end the process through {@code exit}, too, in a native binary. A JVM exits
   * on HUP by itself, and prints its threads on QUIT. HUP stays ignored if it was at start, as
   * under nohup.
   */
  public static void exitOnQuitAndHangup(IntConsumer exit) {
    SignalHandler exiting = new Exiting(exit);
    handle(new Signal("QUIT"), exiting);
    Signal hangup = new Signal("HUP");
    SignalHandler before = Signal.handle(hangup, exiting);
    if (SignalHandler.SIG_IGN.equals(before)) {
      Signal.handle(hangup, before);
    }
  }

  /** Exits with the code by which a shell reports the signal. */
  private record Exiting(IntConsumer exit) implements SignalHandler {
    @Override
    public void handle(Signal signal) {
      exit.accept(SIGNALLED + signal.getNumber());
    }
  }

  /**
   * Installs a handler and returns the previous one. Java does not handle a signal that was ignored
   * at start: such a signal gets its default action first.
   */
  private static SignalHandler handle(Signal signal, SignalHandler handler) {
    SignalHandler before = Signal.handle(signal, handler);
    if (SignalHandler.SIG_IGN.equals(before)) {
      Libc.resetSignal(signal.getNumber());
      Signal.handle(signal, handler);
    }
    return before;
  }

  /**
   * Ignores signals such as USR1 that would end the process, as Go programs do. By an empty
   * handler, as child processes would inherit SIG_IGN.
   */
  public static void passOverRequests() {
    passOver(REQUESTS);
  }

  /**
   * Makes writes fail instead of ending the process, if the reader is gone, such as an engine, or
   * the file would exceed its limit. A JVM does so by itself, a native binary does not.
   */
  public static void passOverFailedWrites() {
    passOver(List.of("PIPE", "XFSZ"));
  }

  private static void passOver(List<String> names) {
    SignalHandler nothing = new Nothing();
    for (String name : names) {
      try {
        Signal.handle(new Signal(name), nothing);
      } catch (IllegalArgumentException e) {
        // the system lacks it, or the JVM reserves it
      }
    }
  }

  /** An empty handler; not a lambda, as Java generates code for the first lambda. */
  private static final class Nothing implements SignalHandler {
    @Override
    public void handle(Signal signal) {}
  }

  /** Returns the exit code by which a shell reports that a signal ended a process. */
  public static int exitCode(String name) {
    return SIGNALLED + new Signal(name).getNumber();
  }

  private static void leave(String name, Consumer<String> listener) {
    synchronized (CAUGHT) {
      Signals caught = CAUGHT.get(name);
      if (caught != null && caught.listeners.remove(listener) && caught.listeners.isEmpty()) {
        CAUGHT.remove(name);
        Signal.handle(new Signal(name), caught.before);
      }
    }
  }

  private void deliver(String name) {
    listeners.forEach(listener -> listener.accept(name));
  }
}
