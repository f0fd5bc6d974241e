/* The beginning of a file of functions that stand for missing ones. */
#include <stdio.h>
#include <stdlib.h>

#define MISSING(name)                                                    \
  void name(void);                                                       \
  void name(void) {                                                      \
    fputs(#name " is not there in a native image\n", stderr);            \
    abort();                                                             \
  }

