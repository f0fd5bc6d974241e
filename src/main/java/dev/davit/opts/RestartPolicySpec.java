package dev.davit.opts;

import dev.davit.engine.model.RestartPolicy;
import dev.davit.gotypes.GoInt;
import java.util.Objects;

/**
 * Parses {@code --restart}: {@code no}, {@code always}, {@code unless-stopped} or {@code
 * on-failure[:N]}.
 */
public final class RestartPolicySpec {
  private RestartPolicySpec() {}

  /** Parses a policy; the engine checks its name. */
  public static RestartPolicy parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      return new RestartPolicy(text, 0L);
    }
    if (colon == 0) {
      throw new IllegalArgumentException(
          "invalid restart policy format: no policy provided before colon");
    }
    String count = text.substring(colon + 1);
    try {
      return new RestartPolicy(
          text.substring(0, colon), count.isEmpty() ? 0L : GoInt.parseDecimal(count));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "invalid restart policy format: maximum retry count must be an integer", e);
    }
  }

  /** Formats a value in the syntax that {@link #parse} reads. */
  public static String format(RestartPolicy policy) {
    long count = Objects.requireNonNullElse(policy.maximumRetryCount(), 0L);
    return policy.name() + (count == 0 ? "" : ":" + count);
  }

  /** Whether a policy never restarts the container. */
  public static boolean isNone(RestartPolicy policy) {
    return policy.name() == null || policy.name().isEmpty() || policy.name().equals("no");
  }
}
