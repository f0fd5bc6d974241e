package dev.davit.readiness;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A condition of a container that {@code --condition} and {@code --wait} wait for.
 *
 * @param text the condition as typed
 * @param value the expression of {@code log}, the path of {@code file}; else empty
 * @param port the number of {@code port}; else 0
 * @param line the expression of {@code log}, compiled; else null
 */
public record ReadyCondition(
    Kind kind, String text, String value, int port, @Nullable Pattern line) {
  private static final String VALID =
      "must be exited, file=PATH, healthy, log=REGEX, next-exit, not-running, port=N, removed or"
          + " running";

  private static final int MAX_PORT = 65_535;

  /** The kinds of conditions. */
  public enum Kind {
    /** The container has run, and has stopped. */
    EXITED,
    /** A path exists in the container. */
    FILE,
    /** The health check succeeds. */
    HEALTHY,
    /** A line of the logs, since the container's start, matches a regular expression. */
    LOG,
    /** The container stops once more. */
    NEXT_EXIT,
    /** The container does not run: it has stopped or was never started. */
    NOT_RUNNING,
    /** A process in the container listens on a TCP port. */
    PORT,
    /** The container is removed. */
    REMOVED,
    /** The container runs, or is paused. */
    RUNNING
  }

  static final ReadyCondition HEALTHY = plain(Kind.HEALTHY, "healthy");
  static final ReadyCondition RUNNING = plain(Kind.RUNNING, "running");

  /** The default condition of {@code wait}. */
  public static final ReadyCondition NOT_RUNNING = plain(Kind.NOT_RUNNING, "not-running");

  /**
   * Parses a condition as typed.
   *
   * @throws IllegalArgumentException with the reason, or a list of the valid conditions
   */
  public static ReadyCondition parse(String text) {
    int equals = text.indexOf('=');
    if (equals < 0) {
      return plain(kind(text), text);
    }
    String value = text.substring(equals + 1);
    return switch (text.substring(0, equals)) {
      case "file" -> file(text, value);
      case "log" -> new ReadyCondition(Kind.LOG, text, value, 0, expression(value));
      case "port" -> new ReadyCondition(Kind.PORT, text, "", port(value), null);
      default -> throw new IllegalArgumentException(VALID);
    };
  }

  private static ReadyCondition plain(Kind kind, String text) {
    return new ReadyCondition(kind, text, "", 0, null);
  }

  private static Kind kind(String word) {
    return switch (word) {
      case "exited" -> Kind.EXITED;
      case "healthy" -> Kind.HEALTHY;
      case "next-exit" -> Kind.NEXT_EXIT;
      case "not-running" -> Kind.NOT_RUNNING;
      case "removed" -> Kind.REMOVED;
      case "running" -> Kind.RUNNING;
      default -> throw new IllegalArgumentException(VALID);
    };
  }

  private static ReadyCondition file(String text, String path) {
    if (!path.startsWith("/")) {
      throw new IllegalArgumentException("the path of file=PATH must be absolute");
    }
    return new ReadyCondition(Kind.FILE, text, path, 0, null);
  }

  private static Pattern expression(String regex) {
    if (regex.isEmpty()) {
      throw new IllegalArgumentException("the expression of log=REGEX must not be empty");
    }
    try {
      return Pattern.compile(regex);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private static int port(String text) {
    String number = text.toLowerCase(Locale.ROOT).endsWith("/tcp") ? text.split("/", 2)[0] : text;
    boolean digits = !number.isEmpty() && number.chars().allMatch(c -> c >= '0' && c <= '9');
    int port = digits && number.length() <= 5 ? Integer.parseInt(number) : 0;
    if (port == 0 || port > MAX_PORT) {
      throw new IllegalArgumentException("the port of port=N must be a TCP port, 1 to 65535");
    }
    return port;
  }

  /** Whether a line of the logs meets this condition. */
  boolean matches(String text) {
    return line != null && line.matcher(text).find();
  }

  /** Whether the condition is about the container's end, so that no end is a failure. */
  public boolean isEnd() {
    return kind == Kind.EXITED
        || kind == Kind.NEXT_EXIT
        || kind == Kind.NOT_RUNNING
        || kind == Kind.REMOVED;
  }

  /** Whether {@code docker wait} has this condition in the API. */
  public boolean isDockers() {
    return isEnd() && kind != Kind.EXITED;
  }

  @Override
  public String toString() {
    return text;
  }
}
