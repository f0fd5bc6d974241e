package dev.davit.engine.http;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okio.AsyncTimeout;

/** Cuts a call that has had no answer in time. */
final class Deadline extends AsyncTimeout {
  private final Call call;
  private final String request;
  private volatile boolean passed;
  private boolean running;

  private Deadline(Call call, String request, Duration limit) {
    this.call = call;
    this.request = request;
    timeout(limit.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Begins now; {@code limit} zero is for ever. */
  static Deadline start(Call call, String request, Duration limit) {
    Deadline deadline = new Deadline(call, request, limit);
    deadline.running = !limit.isZero();
    if (deadline.running) {
      deadline.enter();
    }
    return deadline;
  }

  /** From here on the engine may take its time. */
  void stop() {
    if (running) {
      running = false;
      exit();
    }
  }

  /** What a failure was: the deadline's doing, or what it says of itself. */
  IOException reason(IOException failure) {
    if (!passed) {
      return failure;
    }
    return new IOException(
        "the engine did not answer "
            + request
            + " within "
            + seconds(timeoutNanos())
            + " (--request-timeout)",
        failure);
  }

  private static String seconds(long nanos) {
    return BigDecimal.valueOf(nanos, 9).stripTrailingZeros().toPlainString() + "s";
  }

  @Override
  protected void timedOut() {
    passed = true;
    call.cancel();
  }
}
