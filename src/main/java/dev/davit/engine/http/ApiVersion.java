package dev.davit.engine.http;

import java.util.Optional;

/** A version of the Engine API, such as 1.41; ordered by major, then minor number. */
public record ApiVersion(int major, int minor) implements Comparable<ApiVersion> {
  /** The newest version that this client supports: that of docker 28.2. */
  public static final ApiVersion NEWEST = new ApiVersion(1, 50);

  /** The version that docker assumes for an engine that does not report one. */
  public static final ApiVersion OLDEST = new ApiVersion(1, 24);

  /** Parses {@code 1.41} or {@code v1.41}; empty for other texts. */
  public static Optional<ApiVersion> parse(String text) {
    String number = text.startsWith("v") ? text.substring(1) : text;
    int dot = number.indexOf('.');
    if (dot < 1 || !isNumber(number, 0, dot) || !isNumber(number, dot + 1, number.length())) {
      return Optional.empty();
    }
    return Optional.of(
        new ApiVersion(
            Integer.parseInt(number, 0, dot, 10),
            Integer.parseInt(number, dot + 1, number.length(), 10)));
  }

  private static boolean isNumber(String text, int from, int to) {
    if (to - from < 1 || to - from > 6) {
      return false;
    }
    return text.chars().skip(from).limit(to - from).allMatch(c -> c >= '0' && c <= '9');
  }

  public boolean isBefore(ApiVersion other) {
    return compareTo(other) < 0;
  }

  @Override
  public int compareTo(ApiVersion other) {
    return major != other.major
        ? Integer.compare(major, other.major)
        : Integer.compare(minor, other.minor);
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
