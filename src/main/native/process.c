/*
 * Linked into the native binary, and run before anything else of it. The launcher of the JVM does the same.
 */
#define _GNU_SOURCE // O_PATH, pthread_getattr_np
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <malloc.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
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
 * Java ends in a working directory that has been removed. It starts in another one, and Main returns by the descriptor in
 * the variable.
 */
__attribute__((constructor)) static void leave_removed_directory(void) {
  char text[PATH_MAX];
  unsetenv("DAVIT_CWD");
  if (getcwd(text, sizeof text) != NULL || errno != ENOENT) {
    return;
  }
  int removed = open(".", O_PATH | O_DIRECTORY | O_CLOEXEC);
  if (chdir("/proc/self/task") == 0 || chdir("/") == 0) {
    snprintf(text, sizeof text, "%d", removed);
    setenv("DAVIT_CWD", removed < 0 ? "" : text, 1);
  }
}

/*
 * The C library reserves 64 MiB of address space for each of the first threads that allocate at the same time. Java
 * allocates in a heap of its own, and the threads of 64 containers would leave no room for their stacks (ulimit -v).
 */
__attribute__((constructor)) static void allocate_in_one_arena(void) { mallopt(M_ARENA_MAX, 1); }

/* The address of the first stack frame, set by the dynamic linker. */
extern void *__libc_stack_end;

extern int __real_pthread_getattr_np(pthread_t thread, pthread_attr_t *attributes);

/*
 * Called in place of pthread_getattr_np, which reads the bounds of the main thread's stack from /proc and so fails where
 * /proc is not mounted. The stack then ends behind its first frame, and the limit of the process is its size.
 */
int __wrap_pthread_getattr_np(pthread_t thread, pthread_attr_t *attributes) {
  int error = __real_pthread_getattr_np(thread, attributes);
  struct rlimit limit;
  if (error == 0 || getpid() != gettid() || getrlimit(RLIMIT_STACK, &limit) != 0 ||
      pthread_attr_init(attributes) != 0) {
    return error;
  }
  size_t page = sysconf(_SC_PAGESIZE);
  size_t largest = 8 << 20;
  size_t size = (limit.rlim_cur < largest ? limit.rlim_cur : largest) & -page;
  uintptr_t end = ((uintptr_t)__libc_stack_end & -page) + page;
  return pthread_attr_setstack(attributes, (void *)(end - size), size);
}
