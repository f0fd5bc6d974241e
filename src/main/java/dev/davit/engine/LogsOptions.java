package dev.davit.engine;

import dev.davit.engine.http.ApiRequest;
import org.jspecify.annotations.Nullable;

/**
 * Which log lines.
 *
 * @param since Unix seconds with a fraction, null for all; {@code until} likewise
 * @param tail a number of lines, or {@code all}
 */
public record LogsOptions(
    boolean stdout,
    boolean stderr,
    boolean follow,
    boolean timestamps,
    boolean details,
    @Nullable String since,
    @Nullable String until,
    @Nullable String tail) {

  /** All that there is now. */
  public static LogsOptions all(boolean stdout, boolean stderr) {
    return new LogsOptions(stdout, stderr, false, false, false, null, null, "all");
  }

  ApiRequest addTo(ApiRequest request) {
    return request
        .flag("stdout", stdout)
        .flag("stderr", stderr)
        .query("since", since)
        .query("until", until)
        .flag("timestamps", timestamps)
        .flag("follow", follow)
        .flag("details", details)
        .query("tail", tail);
  }
}
