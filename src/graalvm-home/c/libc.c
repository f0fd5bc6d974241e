/* The C functions that the builder's Java side calls by name: the C library in a shape that Java can call. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

/* of libjava.a, which finds the time zone from /etc */
char *findJavaTZ_md(const char *java_home);

char **getEnviron(void) {
  return environ;
}

/* The table of Windows' time zone names is not used here. */
char *SVM_FindJavaTZmd(const char *mappings, int length) {
  return findJavaTZ_md(NULL);
}

void codeSynchronization_clearCache(int64_t start, int64_t size) {
  __builtin___clear_cache((char *)start, (char *)start + size);
}

int getThreadId(void) {
  return (int)syscall(SYS_gettid);
}

/* User time of a thread in nanoseconds, the 14th field of its stat file; -1 if the thread is gone. */
int64_t getThreadUserTimeSlow(int thread) {
  char path[64], text[2048];
  snprintf(path, sizeof path, "/proc/self/task/%d/stat", thread);
  FILE *file = fopen(path, "r");
  if (!file) {
    return -1;
  }
  size_t length = fread(text, 1, sizeof text - 1, file);
  fclose(file);
  text[length] = 0;
  /* the second field is the name in parentheses, which may hold anything */
  char *name_end = strrchr(text, ')');
  unsigned long ticks;
  if (!name_end || sscanf(name_end + 1, " %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu", &ticks) != 1) {
    return -1;
  }
  return (int64_t)ticks * (1000000000LL / sysconf(_SC_CLK_TCK));
}

/* Variadic functions, with the arguments that are used. */

void *mremapP(void *old, size_t old_size, size_t new_size, int flags, void *new) {
  return mremap(old, old_size, new_size, flags, new);
}

int openSII(const char *path, int flags, int mode) {
  return open(path, flags, mode);
}

int openatISII(int folder, const char *path, int flags, int mode) {
  return openat(folder, path, flags, mode);
}

int fprintfSD(FILE *out, const char *format, char *text, int number) {
  return fprintf(out, format, text, number);
}
