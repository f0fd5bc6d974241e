package dev.davit.attach;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Forwards input until the detach keys are typed, which may be split between reads. The first keys
 * of the sequence are held back, and sent if another key follows. Mirrors moby's term.EscapeProxy.
 */
final class DetachDetector {
  private final byte[] keys;
  private int matched;

  DetachDetector(byte[] keys) {
    this.keys = keys;
  }

  /** Sends {@code typed} to {@code out}; returns whether the detach keys are complete. */
  boolean pass(byte[] typed, int length, OutputStream out) throws IOException {
    if (keys.length == 0) {
      out.write(typed, 0, length);
      return false;
    }
    int from = 0;
    for (int i = 0; i < length; i++) {
      if (typed[i] == keys[matched]) {
        out.write(typed, from, i - from);
        from = i + 1;
        if (++matched == keys.length) {
          return true;
        }
      } else if (matched > 0) {
        out.write(keys, 0, matched);
        matched = 0;
      }
    }
    out.write(typed, from, length - from);
    return false;
  }
}
