package dev.davit.engine;

import dev.davit.engine.http.ApiRequest;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters of {@code GET /containers/{id}/logs} and {@code GET /services/{id}/logs}.
 *
 * @param since Unix seconds with a fraction, null for no limit; {@code until} likewise
 * @param tail the number of lines from the end, or {@code all}
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

  /** Options for all lines up to now, without following. */
  public static LogsOptions all(boolean stdout, boolean stderr) {
    return new LogsOptions(stdout, stderr, false, false, false, null, null, "all");
  }

  /** Returns these options for a log that is followed, or not. */
  public LogsOptions following(boolean followed) {
    return new LogsOptions(stdout, stderr, followed, timestamps, details, since, until, tail);
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
