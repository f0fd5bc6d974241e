package dev.davit.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Detects whether a descriptor of the process is a terminal. */
final class TerminalDevice {
  private static final int TYPE = 0170000;
  private static final int CHARACTER_DEVICE = 0020000;

  private TerminalDevice() {}

  /**
   * Checks the device number, which needs no native library on a JVM, or without /proc asks the C
   * library.
   */
  static boolean isTerminal(int descriptor) {
    if (!Libc.HAS_TERMINALS) {
      return Terminals.isTerminal(descriptor);
    }
    Path path = Path.of("/proc/self/fd/" + descriptor);
    try {
      int mode = (int) Files.getAttribute(path, "unix:mode");
      long device = (long) Files.getAttribute(path, "unix:rdev");
      return (mode & TYPE) == CHARACTER_DEVICE && isMajorOfTerminals((int) (device >> 8 & 0xfff));
    } catch (IOException e) {
      return Libc.isTerminal(descriptor);
    }
  }

  /**
   * Returns whether Linux's major device number is a terminal's
   * (Documentation/admin-guide/devices.txt).
   */
  static boolean isMajorOfTerminals(int major) {
    return switch (major) {
      case 3, 4, 5 ->
          true; // old pseudo-terminals; virtual and serial consoles; /dev/tty, /dev/console
      case 166, 188, 204, 229 -> true; // USB modems and serial, on-chip serial, hypervisor console
      default -> major >= 136 && major <= 143; // /dev/pts
    };
  }
}
