/*
 * The signals of sun.misc.Signal. A handler may do next to nothing: it counts the signal and wakes the image's signal
 * thread, which asks for what is pending and calls the Java handlers.
 */
#include <errno.h>
#include <semaphore.h>
#include <signal.h>
#include <string.h>

static int claimed;
static sem_t wakeups;
static volatile int pending[NSIG];

/* 0, 1 if another isolate of the process has it already, or -1 */
int cSunMiscSignal_open(void) {
  if (__sync_lock_test_and_set(&claimed, 1)) {
    return 1;
  }
  memset((void *)pending, 0, sizeof pending);
  return sem_init(&wakeups, 0, 0) ? -1 : 0;
}

int cSunMiscSignal_close(void) {
  if (sem_destroy(&wakeups)) {
    return -1;
  }
  __sync_lock_release(&claimed);
  return 0;
}

int cSunMiscSignal_awaitSemaphore(void) {
  return sem_wait(&wakeups) && errno != EINTR ? -1 : 0;
}

int cSunMiscSignal_signalSemaphore(void) {
  return sem_post(&wakeups);
}

int cSunMiscSignal_signalRangeCheck(int signal) {
  return signal > 0 && signal < NSIG;
}

/* Takes one pending signal; -1 without one. */
int cSunMiscSignal_checkPendingSignal(void) {
  for (int signal = 1; signal < NSIG; signal++) {
    int count = pending[signal];
    if (count > 0 && __sync_bool_compare_and_swap(&pending[signal], count, count - 1)) {
      return signal;
    }
  }
  return -1;
}

static void on_signal(int signal) {
  int interrupted = errno;
  if (cSunMiscSignal_signalRangeCheck(signal)) {
    __sync_fetch_and_add(&pending[signal], 1);
    sem_post(&wakeups);
  }
  errno = interrupted;
}

void (*cSunMiscSignal_signalHandlerFunctionPointer(void))(int) {
  return on_signal;
}
