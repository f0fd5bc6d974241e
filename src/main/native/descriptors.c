/*
 * Linked into the native binary, and run before anything else of it: opens /dev/null where a standard stream is closed,
 * as Go programs do. The next file to be opened, one of Java's own or the engine's socket, would otherwise take the
 * stream's number, and `davit >&-` would print into it. The launcher of the JVM does the same.
 */
#include <fcntl.h>

__attribute__((constructor)) static void occupy_closed_descriptors(void) {
  for (int descriptor = 0; descriptor <= 2; descriptor++) {
    if (fcntl(descriptor, F_GETFD) < 0) {
      open("/dev/null", O_RDWR);
    }
  }
}
