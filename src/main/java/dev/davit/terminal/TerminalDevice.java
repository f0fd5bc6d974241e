package dev.davit.terminal;

/**
 * Which major device numbers are terminals on Linux (its {@code
 * Documentation/admin-guide/devices.txt}).
 */
final class TerminalDevice {
  private TerminalDevice() {}

  static boolean isTerminal(int major) {
    return switch (major) {
      case 3, 4, 5 ->
          true; // old pseudo-terminals; virtual and serial consoles; /dev/tty, /dev/console
      case 166, 188, 204, 229 -> true; // USB modems and serial, on-chip serial, hypervisor console
      default -> major >= 136 && major <= 143; // /dev/pts
    };
  }
}
