package dev.davit.terminal;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/**
 * The C library's calls on a terminal, bound when the first terminal is used.
 *
 * <p>Not by JLine: its attributes have no line speed, so that whatever it sets (3.30.6 and .17,
 * both providers) hangs up a serial console and leaves {@code stty -g} different from before; and
 * it takes three times as long to open. No library is unpacked: the symbols are the process's own.
 */
final class Libc {
  /** Larger than {@code struct termios} on any system. */
  private static final int TERMIOS_BYTES = 256;

  private static final int TCSANOW = 0;
  private static final long TIOCGWINSZ =
      System.getProperty("os.name", "").startsWith("Mac") ? 0x40087468L : 0x5413L;

  private static final MethodHandle TCGETATTR =
      bind("tcgetattr", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS));
  private static final MethodHandle TCSETATTR =
      bind("tcsetattr", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS));
  private static final MethodHandle CFMAKERAW =
      bind("cfmakeraw", FunctionDescriptor.ofVoid(ADDRESS));
  private static final MethodHandle IOCTL =
      bind(
          "ioctl",
          FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS),
          Linker.Option.firstVariadicArg(2));

  private Libc() {}

  @SuppressWarnings("restricted") // the launcher and the jar's manifest enable native access
  private static MethodHandle bind(
      String name, FunctionDescriptor shape, Linker.Option... options) {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), shape, options);
  }

  /** The attributes of a terminal as the system keeps them; null if the descriptor is none. */
  static byte @Nullable [] attributes(int descriptor) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment termios = arena.allocate(TERMIOS_BYTES);
      int failed = (int) TCGETATTR.invokeExact(descriptor, termios);
      return failed == 0 ? termios.toArray(JAVA_BYTE) : null;
    } catch (Throwable e) {
      throw new LinkageError("tcgetattr", e);
    }
  }

  static void setAttributes(int descriptor, byte[] attributes) {
    try (Arena arena = Arena.ofConfined()) {
      int failed = (int) TCSETATTR.invokeExact(descriptor, TCSANOW, copyOf(attributes, arena));
      // a terminal that has gone away has nothing to restore
      assert failed <= 0;
    } catch (Throwable e) {
      throw new LinkageError("tcsetattr", e);
    }
  }

  /** The same attributes, but raw: every byte as it is typed, no echo, no signals. */
  static byte[] raw(byte[] attributes) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment termios = copyOf(attributes, arena);
      CFMAKERAW.invokeExact(termios);
      return termios.toArray(JAVA_BYTE);
    } catch (Throwable e) {
      throw new LinkageError("cfmakeraw", e);
    }
  }

  /** Rows and columns, 0 and 0 where they aren't known. */
  static WindowSize windowSize(int descriptor) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment winsize = arena.allocate(MemoryLayout.sequenceLayout(4, JAVA_SHORT));
      int failed = (int) IOCTL.invokeExact(descriptor, TIOCGWINSZ, winsize);
      return failed != 0
          ? WindowSize.UNKNOWN
          : new WindowSize(
              Short.toUnsignedInt(winsize.getAtIndex(JAVA_SHORT, 0)),
              Short.toUnsignedInt(winsize.getAtIndex(JAVA_SHORT, 1)));
    } catch (Throwable e) {
      throw new LinkageError("ioctl", e);
    }
  }

  private static MemorySegment copyOf(byte[] bytes, Arena arena) {
    return arena.allocateFrom(JAVA_BYTE, bytes);
  }
}
