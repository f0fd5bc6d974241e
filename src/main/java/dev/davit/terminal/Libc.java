package dev.davit.terminal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;
import sun.misc.Signal;

/**
 * The C library's functions for terminals. No library is unpacked, as the process already has the
 * symbols.
 */
final class Libc {
  /** A size larger than that of {@code struct termios} on any system. */
  private static final int TERMIOS_BYTES = 256;

  private static final int WINSIZE_BYTES = 8;
  private static final int TCSANOW = 0;
  private static final long SIG_DFL = 0;
  private static final long TIOCGWINSZ = 0x5413;

  /** Whether this class opens terminals; on other systems JLine's providers do. */
  static final boolean HAS_TERMINALS =
      System.getProperty("os.name", "").equals("Linux")
          && System.getProperty("org.jline.terminal.provider") == null;

  private Libc() {}

  /** Returns whether a descriptor is a terminal. */
  static boolean isTerminal(int descriptor) {
    return CFunctions.isatty(descriptor) == 1;
  }

  /** Returns a terminal's {@code struct termios}; null if it is closed, or not a terminal. */
  static byte @Nullable [] attributes(int descriptor) {
    byte[] termios = new byte[TERMIOS_BYTES];
    return CFunctions.tcgetattr(descriptor, termios) == 0 ? termios : null;
  }

  static void setAttributes(int descriptor, byte[] attributes) {
    int failed = CFunctions.tcsetattr(descriptor, TCSANOW, attributes);
    // a closed terminal has nothing to restore
    assert failed <= 0;
  }

  /** Stops the process until it gets CONT. */
  static void stop() {
    CFunctions.raise(new Signal("STOP").getNumber());
  }

  /** Restores a signal's default action. */
  static void resetSignal(int signal) {
    CFunctions.signal(signal, SIG_DFL);
  }

  /** Returns the size of a terminal, 0 by 0 if it is unknown. */
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
