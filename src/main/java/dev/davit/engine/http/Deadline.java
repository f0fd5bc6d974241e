package dev.davit.engine.http;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okio.AsyncTimeout;

/** A time limit that cancels a call without a response in time. */
final class Deadline extends AsyncTimeout {
  private final Call call;
  private final String request;
  private final String flag;
  private volatile boolean passed;
  private boolean running;

  private Deadline(Call call, String request, Duration limit, String flag) {
    this.call = call;
    this.request = request;
    this.flag = flag;
    timeout(limit.toNanos(), TimeUnit.NANOSECONDS);
  }

  /**
   * Starts the timer; a {@code limit} of zero never passes.
   *
   * @param flag the flag that sets the limit
   */
  static Deadline start(Call call, String request, Duration limit, String flag) {
    Deadline deadline = new Deadline(call, request, limit, flag);
    deadline.running = !limit.isZero();
    if (deadline.running) {
      deadline.enter();
    }
    return deadline;
  }

  /** Ends the time limit; the body may take any time. */
  void stop() {
    if (running) {
      running = false;
      exit();
    }
  }

  /** Returns an exception that names the timeout if it has passed, else the failure itself. */
  IOException reason(IOException failure) {
    if (!passed) {
      return failure;
    }
    return new IOException(
        "the engine did not answer "
            + request
            + " within "
            + seconds(timeoutNanos())
            + " ("
            + flag
            + ")",
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
