package dev.davit.engine.model;

import org.jspecify.annotations.Nullable;

/**
 * A message of a request with progress, such as {@code POST /images/create} (moby's
 * api/types/jsonstream).
 *
 * @param stream text that is shown as it is, such as the output of a build step
 * @param progress the progress as text, which old engines send without {@code progressDetail}
 * @param id the layer or tag that the message is about
 * @param from the source of the message
 * @param time the time in seconds; 0 if unknown
 * @param timeNano the time in nanoseconds; 0 if unknown
 * @param aux data for the client that is not shown, such as the ID of a new image
 */
public record ProgressMessage(
    @Nullable String stream,
    @Nullable String status,
    @Nullable String progress,
    @Nullable String id,
    @Nullable String from,
    long time,
    long timeNano,
    @Nullable String error,
    @Nullable ErrorDetail errorDetail,
    @Nullable Progress progressDetail,
    @Nullable Object aux) {

  /**
   * The reason why the request failed.
   *
   * @param code the exit code of the build step that failed; 0 for another reason
   */
  public record ErrorDetail(int code, @Nullable String message) {}

  /**
   * The amount done, and the total; 0 if unknown.
   *
   * @param start the time at which the work began, in seconds since 1970; 0 if unknown
   * @param hideCounts whether only a bar is shown, without numbers
   * @param units the unit of the numbers; null for bytes
   */
  public record Progress(
      long current, long total, long start, boolean hideCounts, @Nullable String units) {}

  /** The exit code of the build step that failed; 0 for another failure. */
  public int exitCode() {
    return errorDetail == null ? 0 : errorDetail.code();
  }

  /** The error message; null if the message reports progress. */
  public @Nullable String failure() {
    return errorDetail != null && errorDetail.message() != null ? errorDetail.message() : error;
  }
}
