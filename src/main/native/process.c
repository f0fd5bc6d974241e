/*
 * Linked into the native binary, and run before anything else of it. The launcher of the JVM does the same.
 */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <malloc.h>
#include <stdlib.h>
#include <unistd.h>

/*
 * Opens /dev/null where a standard stream is closed, as Go programs do. The next file to be opened, one of Java's own or
 * the engine's socket, would otherwise take the stream's number, and `davit >&-` would print into it.
 */
__attribute__((constructor)) static void occupy_closed_descriptors(void) {
  for (int descriptor = 0; descriptor <= 2; descriptor++) {
    if (fcntl(descriptor, F_GETFD) < 0) {
      open("/dev/null", O_RDWR);
    }
  }
}

/*
 * Java ends in a working directory that has been removed. Main reads from the variable where it was; the other one is as
 * empty, and nothing can be made in it either.
 */
__attribute__((constructor)) static void leave_removed_directory(void) {
  char path[PATH_MAX];
  unsetenv("DAVIT_CWD");
  if (getcwd(path, sizeof path) != NULL || errno != ENOENT) {
    return;
  }
  ssize_t length = readlink("/proc/self/cwd", path, sizeof path - 1);
  if (length > 0 && chdir("/proc/self/task") == 0) {
    path[length] = '\0';
    setenv("DAVIT_CWD", path, 1);
  }
}

/*
 * The C library reserves 64 MiB of address space for each of the first threads that allocate at the same time. Java
 * allocates in a heap of its own, and the threads of 64 containers would leave no room for their stacks (ulimit -v).
 */
__attribute__((constructor)) static void allocate_in_one_arena(void) { mallopt(M_ARENA_MAX, 1); }
