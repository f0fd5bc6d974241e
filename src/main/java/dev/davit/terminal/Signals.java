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
 * The signals of the process. Several parts may listen to one, such as to WINCH, which is passed on
 * and also resizes; while anybody listens, a signal does nothing else.
 */
public final class Signals {
  /** What a shell adds to the number of the signal that ended a process. */
  private static final int SIGNALLED = 128;

  private static final List<String> REQUESTS =
      List.of("USR1", "USR2", "ALRM", "VTALRM", "PROF", "XCPU", "IO", "PWR");

  private static final Map<String, Signals> CAUGHT = new HashMap<>();

  private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();
  private final SignalHandler before;

  private Signals(String name) {
    before = Signal.handle(new Signal(name), signal -> tell(signal.getName()));
  }

  /** Ends the listening; closing it a second time does nothing. */
  public interface Listening extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Listens to a signal, named without SIG.
   *
   * @throws IllegalArgumentException if it is not of this system, or the JVM keeps it for itself
   */
  public static Listening on(String name, Consumer<String> listener) {
    synchronized (CAUGHT) {
      CAUGHT.computeIfAbsent(name, Signals::new).listeners.add(listener);
    }
    return () -> leave(name, listener);
  }

  /** Whether anybody listens to a signal. */
  static boolean isCaught(String name) {
    synchronized (CAUGHT) {
      return CAUGHT.containsKey(name);
    }
  }

  /**
   * Makes HUP, INT and TERM end the process through {@code exit}, which runs the shutdown hooks,
   * with the codes that a shell expects. A JVM does so by itself, a native binary does not. A
   * signal that whoever started us ignores stays ignored.
   */
  public static void exitWhenEnded(IntConsumer exit) {
    for (String name : List.of("HUP", "INT", "TERM")) {
      Signal signal = new Signal(name);
      SignalHandler before =
          Signal.handle(signal, ending -> exit.accept(SIGNALLED + ending.getNumber()));
      if (before.equals(SignalHandler.SIG_IGN)) {
        Signal.handle(signal, before);
      }
    }
  }

  /**
   * Lets signals that ask a program for something do nothing, as Go programs do; they would end us.
   * A handler, as what is ignored would be ignored in the programs that we start, too.
   */
  public static void passOverRequests() {
    passOver(REQUESTS);
  }

  /**
   * Lets a write to what nobody reads any more, such as an engine's socket, or to a file that may
   * not be as large, fail and not end the process. A JVM sees to that by itself, a native binary
   * does not.
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
        // not of this system, or the JVM's own
      }
    }
  }

  /** Not a lambda: java makes code for the first one. */
  private static final class Nothing implements SignalHandler {
    @Override
    public void handle(Signal signal) {}
  }

  /** The exit code by which a shell tells that this signal ended a process. */
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

  private void tell(String name) {
    listeners.forEach(listener -> listener.accept(name));
  }
}
