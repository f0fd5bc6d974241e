/* The functions of the JVM that the JDK's static libraries call in a native image. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <sched.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

static int64_t nanoseconds(clockid_t clock) {
  struct timespec time;
  clock_gettime(clock, &time);
  return time.tv_sec * 1000000000LL + time.tv_nsec;
}

/* called by the builder's own start-up code */
void initialize(void) {}

int JVM_ActiveProcessorCount(void) {
  cpu_set_t set;
  return sched_getaffinity(0, sizeof set, &set) ? (int)sysconf(_SC_NPROCESSORS_ONLN) : CPU_COUNT(&set);
}

/* Time. The JDK declares these methods native, so they are called both by their names in the JVM and as methods. */

int64_t JVM_CurrentTimeMillis(void *env, void *type) {
  return nanoseconds(CLOCK_REALTIME) / 1000000;
}

int64_t JVM_NanoTime(void *env, void *type) {
  return nanoseconds(CLOCK_MONOTONIC);
}

/* The time since `offset` seconds after the epoch; -1 where that is too far away. */
int64_t JVM_GetNanoTimeAdjustment(void *env, void *type, int64_t offset) {
  const int64_t limit = 0x100000000LL;
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  int64_t seconds = now.tv_sec - offset;
  return seconds > limit || seconds < -limit ? -1 : seconds * 1000000000LL + now.tv_nsec;
}

int64_t Java_java_lang_System_currentTimeMillis(void *env, void *type) {
  return JVM_CurrentTimeMillis(env, type);
}

int64_t Java_java_lang_System_nanoTime(void *env, void *type) {
  return JVM_NanoTime(env, type);
}

int64_t Java_jdk_internal_misc_VM_getNanoTimeAdjustment(void *env, void *type, int64_t offset) {
  return JVM_GetNanoTimeAdjustment(env, type, offset);
}

/* The end of the process */

void JVM_BeforeHalt(void) {}

void JVM_Halt(int code) {
  _exit(code);
}

/* Shared libraries */

void *JVM_LoadLibrary(const char *name, unsigned char throws) {
  return dlopen(name, RTLD_LAZY);
}

void JVM_UnloadLibrary(void *library) {
  dlclose(library);
}

void *JVM_FindLibraryEntry(void *library, const char *name) {
  return dlsym(library, name);
}

unsigned char JVM_IsSupportedJNIVersion(int version) {
  return 1;
}

/* Container limits are not read. */

unsigned char JVM_IsUseContainerSupport(void) {
  return 0;
}

unsigned char JVM_IsContainerized(void) {
  return 0;
}

/* The JVM's own printf, which answers -1 where the text is cut. */

int jio_vsnprintf(char *text, size_t size, const char *format, va_list arguments) {
  int length = vsnprintf(text, size, format, arguments);
  return length >= (int)size ? -1 : length;
}

int jio_snprintf(char *text, size_t size, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  int length = jio_vsnprintf(text, size, format, arguments);
  va_end(arguments);
  return length;
}

int jio_vfprintf(FILE *out, const char *format, va_list arguments) {
  return vfprintf(out, format, arguments);
}

int jio_fprintf(FILE *out, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  int length = vfprintf(out, format, arguments);
  va_end(arguments);
  return length;
}
