package dev.davit.job;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The restart policy of a job. With the condition {@code none} a swarm still replaces a failed task
 * as soon as another task of the job changes its state. A job of several tasks without retries
 * therefore has a delay that never ends: the replacement is created, and does not start.
 */
final class JobRestarts {
  private static final String ON_FAILURE = "on-failure";

  /** A year in nanoseconds. */
  private static final long NEVER = 365L * 24 * 60 * 60 * 1_000_000_000;

  private static final long SECOND = 1_000_000_000;

  private JobRestarts() {}

  /** Returns the policy. */
  static Map<String, Object> policy(long tasks, long retries) {
    Map<String, Object> policy = new LinkedHashMap<>();
    if (retries == 0 && tasks == 1) {
      policy.put("Condition", "none");
    } else {
      policy.put("Condition", ON_FAILURE);
      policy.put("MaxAttempts", Math.max(1, retries));
      policy.put("Delay", retries == 0 ? NEVER : SECOND);
    }
    return policy;
  }

  /** Returns the number of retries of a policy. */
  static long retries(String condition, long maxAttempts, long delay) {
    return condition.equals(ON_FAILURE) && delay < NEVER ? maxAttempts : 0;
  }
}
