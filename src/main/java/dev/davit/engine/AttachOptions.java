package dev.davit.engine;

import dev.davit.engine.http.ApiRequest;
import org.jspecify.annotations.Nullable;

/**
 * Which streams to attach.
 *
 * @param stream what comes from now on
 * @param logs replay what was written before
 * @param detachKeys as in {@code ctrl-p,ctrl-q}; null for the engine's default
 */
public record AttachOptions(
    boolean stdin,
    boolean stdout,
    boolean stderr,
    boolean stream,
    boolean logs,
    @Nullable String detachKeys) {

  /** What comes from now on, and nothing else. */
  public static AttachOptions live(
      boolean stdin, boolean stdout, boolean stderr, @Nullable String detachKeys) {
    return new AttachOptions(stdin, stdout, stderr, true, false, detachKeys);
  }

  ApiRequest addTo(ApiRequest request) {
    return request
        .flag("stream", stream)
        .flag("stdin", stdin)
        .flag("stdout", stdout)
        .flag("stderr", stderr)
        .flag("logs", logs)
        .query("detachKeys", detachKeys);
  }
}
