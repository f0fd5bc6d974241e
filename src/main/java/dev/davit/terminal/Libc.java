package dev.davit.terminal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;
import sun.misc.Signal;

/**
 * The C library's calls on a terminal. No library is unpacked: the symbols are the process's own.
 */
final class Libc {
  /** Larger than {@code struct termios} on any system. */
  private static final int TERMIOS_BYTES = 256;

  private static final int WINSIZE_BYTES = 8;
  private static final int TCSANOW = 0;
  private static final long SIG_DFL = 0;
  private static final long TIOCGWINSZ = 0x5413;

  /** Whether terminals are opened by these calls; on other systems JLine's providers do it. */
  static final boolean HAS_TERMINALS =
      System.getProperty("os.name", "").equals("Linux")
          && System.getProperty("org.jline.terminal.provider") == null;

  private Libc() {}

  /** Whether a descriptor is a terminal. */
  static boolean isTerminal(int descriptor) {
    return CFunctions.isatty(descriptor) == 1;
  }

  /** The {@code struct termios} of a terminal; null if it is closed, or not a terminal. */
  static byte @Nullable [] attributes(int descriptor) {
    byte[] termios = new byte[TERMIOS_BYTES];
    return CFunctions.tcgetattr(descriptor, termios) == 0 ? termios : null;
  }

  static void setAttributes(int descriptor, byte[] attributes) {
    int failed = CFunctions.tcsetattr(descriptor, TCSANOW, attributes);
    // a closed terminal has nothing to restore
    assert failed <= 0;
  }

  /** Stops the process until somebody lets it continue. */
  static void stop() {
    CFunctions.raise(new Signal("STOP").getNumber());
  }

  /** Gives a signal the system's default action. */
  static void resetSignal(int signal) {
    CFunctions.signal(signal, SIG_DFL);
  }

  /** Rows and columns, 0 and 0 where they aren't known. */
  static WindowSize windowSize(int descriptor) {
    byte[] winsize = new byte[WINSIZE_BYTES];
    if (CFunctions.ioctl(descriptor, TIOCGWINSZ, winsize) != 0) {
      return WindowSize.UNKNOWN;
    }
    ByteBuffer numbers = ByteBuffer.wrap(winsize).order(ByteOrder.nativeOrder());
    return new WindowSize(
        Short.toUnsignedInt(numbers.getShort(0)), Short.toUnsignedInt(numbers.getShort(2)));
  }
}
