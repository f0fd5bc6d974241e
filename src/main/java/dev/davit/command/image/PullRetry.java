package dev.davit.command.image;

import dev.davit.cli.CommandContext;
import dev.davit.engine.http.EngineException;
import dev.davit.engine.http.UnreachableException;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Repeats an action that failed because of the network. */
final class PullRetry {
  private static final int LONGEST_PAUSE = 30;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERROR = 500;

  /** Parts of messages about failures that another attempt cannot change, in lower case. */
  private static final List<String> FINAL =
      List.of(
          "unauthorized",
          "denied",
          "authentication required",
          "no basic auth credentials",
          "forbidden",
          "not found",
          "manifest unknown",
          "no matching manifest",
          "no space left");

  /** Parts of messages about failures of the network or of the registry, in lower case. */
  private static final List<String> TEMPORARY =
      List.of(
          "timeout",
          "timed out",
          "deadline exceeded",
          "eof",
          "connection reset",
          "connection refused",
          "broken pipe",
          "tls handshake",
          "temporary failure",
          "no such host",
          "no route to host",
          "network is unreachable",
          "server misbehaving",
          "toomanyrequests",
          "too many requests",
          "internal server error",
          "bad gateway",
          "service unavailable",
          "received unexpected http status: 5");

  private PullRetry() {}

  /** An action that may fail because of the network. */
  interface Attempt {
    void run() throws IOException;
  }

  /**
   * Performs an action, and again after a failure of the network.
   *
   * @param more the number of attempts after the first; the pauses before them are 1, 2, 4 and up
   *     to 30 seconds
   * @throws IOException the failure of the last attempt
   */
  static void upTo(int more, CommandContext in, Attempt attempt) throws IOException {
    int pause = 1;
    for (int left = more; ; left--) {
      try {
        attempt.run();
        return;
      } catch (IOException e) {
        if (left == 0 || !isTemporary(e)) {
          throw e;
        }
        in.streams().error("Retrying in " + pause + "s: " + e.getMessage());
      }
      await(pause);
      pause = Math.min(LONGEST_PAUSE, 2 * pause);
    }
  }

  private static void await(int seconds) {
    try {
      Thread.sleep(1000L * seconds);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether another attempt may succeed. */
  static boolean isTemporary(IOException failure) {
    String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    if (failure instanceof UnreachableException) {
      return !message.contains("permission denied");
    }
    if (FINAL.stream().anyMatch(message::contains)) {
      return false;
    }
    boolean answered = failure instanceof EngineException;
    int status = failure instanceof EngineException refused ? refused.status() : 0;
    return status == TOO_MANY_REQUESTS
        || status >= SERVER_ERROR
        || (!answered && TEMPORARY.stream().anyMatch(message::contains));
  }
}
