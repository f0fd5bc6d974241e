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
    before = handle(new Signal(name), signal -> tell(signal.getName()));
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

  /**
   * Whether PIPE was ignored at start. The launcher and the native binary note it in the
   * environment: Java has installed a handler of its own by now.
   */
  public static boolean wasPipeIgnored() {
    return System.getenv("DAVIT_SIGPIPE") != null;
  }

  /** Whether anybody listens to a signal. */
  static boolean isCaught(String name) {
    synchronized (CAUGHT) {
      return CAUGHT.containsKey(name);
    }
  }

  /**
   * Makes INT and TERM end the process through {@code exit}, which runs the shutdown hooks, with
   * the exit codes that a shell expects; also where they were ignored at start, as in background
   * jobs of a shell script.
   */
  public static void exitOnInterrupt(IntConsumer exit) {
    SignalHandler exiting = new Exiting(exit);
    handle(new Signal("INT"), exiting);
    handle(new Signal("TERM"), exiting);
  }

  /**
   * Makes QUIT and HUP end the process through {@code exit} as well, in a native binary. A JVM
   * exits on HUP by itself, and prints its threads on QUIT. HUP stays ignored where it was at
   * start, as under nohup.
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

  /** Exits with the code by which a shell reports a process that the signal ended. */
  private record Exiting(IntConsumer exit) implements SignalHandler {
    @Override
    public void handle(Signal signal) {
      exit.accept(SIGNALLED + signal.getNumber());
    }
  }

  /**
   * Installs a handler and returns the one before. Java leaves a signal alone that was ignored at
   * start: such a signal gets the system's default action first.
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
