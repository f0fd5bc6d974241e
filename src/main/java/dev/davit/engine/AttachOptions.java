package dev.davit.engine;

import dev.davit.engine.http.ApiRequest;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters of the attach endpoints: the streams to attach.
 *
 * @param stream whether output from now on is streamed
 * @param logs whether earlier output is replayed
 * @param detachKeys a key sequence such as {@code ctrl-p,ctrl-q}; null for the engine's default
 */
public record AttachOptions(
    boolean stdin,
    boolean stdout,
    boolean stderr,
    boolean stream,
    boolean logs,
    @Nullable String detachKeys) {

  /** Options for output from now on, without earlier output. */
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
