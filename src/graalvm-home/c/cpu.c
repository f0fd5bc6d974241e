/*
 * Detects the features of this processor. An image checks at its start that it has the features it was built for, and
 * reports missing ones. AVX-512, CET, PKU, APX and RTM are reported as absent: no image built here needs them.
 */
#include <cpuid.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "amd64cpufeatures.h"

static int bit(unsigned word, int number) {
  return word >> number & 1;
}

/* Whether the system saves the 256 bit registers when it switches threads. */
static int saves_ymm(void) {
  unsigned low, high;
  __asm__ volatile("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
  return (low & 6) == 6;
}

static void basic(CPUFeatures *f) {
  unsigned a, b, c, d;
  if (!__get_cpuid(1, &a, &b, &c, &d)) {
    return;
  }
  f->fTSC = bit(d, 4);
  f->fCX8 = bit(d, 8);
  f->fCMOV = bit(d, 15);
  f->fFLUSH = bit(d, 19);
  f->fMMX = bit(d, 23);
  f->fFXSR = bit(d, 24);
  f->fSSE = bit(d, 25);
  f->fSSE2 = bit(d, 26);
  f->fHT = bit(d, 28);
  f->fSSE3 = bit(c, 0);
  f->fCLMUL = bit(c, 1);
  f->fSSSE3 = bit(c, 9);
  f->fSSE4_1 = bit(c, 19);
  f->fSSE4_2 = bit(c, 20);
  f->fPOPCNT = bit(c, 23);
  f->fAES = bit(c, 25);
  f->fHV = bit(c, 31);
  int ymm = bit(c, 27) && saves_ymm();
  f->fFMA = ymm && bit(c, 12);
  f->fAVX = ymm && bit(c, 28);
  f->fVZEROUPPER = f->fAVX;
  f->fF16C = ymm && bit(c, 29);
}

static void structured(CPUFeatures *f) {
  unsigned a, b, c, d;
  if (!__get_cpuid_count(7, 0, &a, &b, &c, &d)) {
    return;
  }
  f->fBMI1 = bit(b, 3);
  f->fAVX2 = f->fAVX && bit(b, 5);
  f->fBMI2 = bit(b, 8);
  f->fERMS = bit(b, 9);
  f->fADX = bit(b, 19);
  f->fFLUSHOPT = bit(b, 23);
  f->fCLWB = bit(b, 24);
  f->fSHA = bit(b, 29);
  f->fGFNI = bit(c, 8);
  f->fRDPID = bit(c, 22);
  f->fFSRM = bit(d, 4);
  f->fSERIALIZE = bit(d, 14);
}

static void extended(CPUFeatures *f) {
  unsigned a, b, c, d;
  if (__get_cpuid(0x80000001, &a, &b, &c, &d)) {
    f->fLZCNT = bit(c, 5);
    f->fSSE4A = bit(c, 6);
    f->fAMD_3DNOW_PREFETCH = bit(c, 8);
    f->fRDTSCP = bit(d, 27);
  }
  if (__get_cpuid(0x80000007, &a, &b, &c, &d)) {
    f->fTSCINV = bit(d, 8);
    f->fTSCINV_BIT = f->fTSCINV;
  }
}

void determineCPUFeatures(CPUFeatures *features) {
  memset(features, 0, sizeof *features);
  basic(features);
  structured(features);
  extended(features);
}

/* Returns 1 if a feature is missing; the image passes the features it needs with each byte negated. */
int checkCPUFeatures(const unsigned char *unneeded) {
  CPUFeatures features;
  determineCPUFeatures(&features);
  const unsigned char *has = (const unsigned char *)&features;
  for (size_t i = 0; i < sizeof features; i++) {
    if ((unsigned char)(has[i] | unneeded[i]) != 0xff) {
      return 1;
    }
  }
  return 0;
}

int checkCPUFeaturesOrExit(const unsigned char *unneeded, const char *message) {
  if (checkCPUFeatures(unneeded)) {
    fputs(message, stderr);
    exit(1);
  }
  return 0;
}
