package dev.davit.terminal;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * Functions of the C library, bound when the first one is called; byte arrays are read and changed
 * in place. In the native binary {@link NativeCFunctions} replaces this class.
 */
final class CFunctions {
  private CFunctions() {}

  static int tcgetattr(int descriptor, byte[] termios) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment copy = arena.allocateFrom(JAVA_BYTE, termios);
      int failed = (int) Bound.TCGETATTR.invokeExact(descriptor, copy);
      copyBack(copy, termios);
      return failed;
    } catch (Throwable e) {
      throw new LinkageError("tcgetattr", e);
    }
  }

  static int tcsetattr(int descriptor, int when, byte[] termios) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment copy = arena.allocateFrom(JAVA_BYTE, termios);
      return (int) Bound.TCSETATTR.invokeExact(descriptor, when, copy);
    } catch (Throwable e) {
      throw new LinkageError("tcsetattr", e);
    }
  }

  static int isatty(int descriptor) {
    try {
      return (int) Bound.ISATTY.invokeExact(descriptor);
    } catch (Throwable e) {
      throw new LinkageError("isatty", e);
    }
  }

  static int ioctl(int descriptor, long request, byte[] argument) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment copy = arena.allocateFrom(JAVA_LONG, new long[(argument.length + 7) / 8]);
      int failed = (int) Bound.IOCTL.invokeExact(descriptor, request, copy);
      copyBack(copy, argument);
      return failed;
    } catch (Throwable e) {
      throw new LinkageError("ioctl", e);
    }
  }

  static int raise(int signal) {
    try {
      return (int) Bound.RAISE.invokeExact(signal);
    } catch (Throwable e) {
      throw new LinkageError("raise", e);
    }
  }

  /** Installs a signal handler and returns the previous one. */
  static long signal(int signal, long handler) {
    try {
      return (long) SignalBound.SIGNAL.invokeExact(signal, handler);
    } catch (Throwable e) {
      throw new LinkageError("signal", e);
    }
  }

  static int fchdir(int descriptor) {
    try {
      return (int) DirectoryBound.FCHDIR.invokeExact(descriptor);
    } catch (Throwable e) {
      throw new LinkageError("fchdir", e);
    }
  }

  private static void copyBack(MemorySegment copy, byte[] bytes) {
    MemorySegment.copy(copy, JAVA_BYTE, 0, bytes, 0, bytes.length);
  }

  private static final class Bound {
    static final MethodHandle TCGETATTR =
        bind("tcgetattr", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS));
    static final MethodHandle TCSETATTR =
        bind("tcsetattr", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS));
    static final MethodHandle ISATTY = bind("isatty", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    static final MethodHandle RAISE = bind("raise", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    static final MethodHandle IOCTL =
        bind(
            "ioctl",
            FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS),
            Linker.Option.firstVariadicArg(2));
  }

  /**
   * Binds {@code signal} apart from the others, as programs without a terminal need it, too, early
   * and at a cost.
   */
  private static final class SignalBound {
    /** The function signal; handlers are addresses, which have the size of a long. */
    static final MethodHandle SIGNAL =
        bind("signal", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, JAVA_LONG));
  }

  /** Binds {@code fchdir}, which only programs in a removed directory need. */
  private static final class DirectoryBound {
    static final MethodHandle FCHDIR = bind("fchdir", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
  }

  @SuppressWarnings("restricted") // the launcher and the jar's manifest enable native access
  private static MethodHandle bind(
      String name, FunctionDescriptor shape, Linker.Option... options) {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), shape, options);
  }
}
