package dev.davit.engine.model;

import org.jspecify.annotations.Nullable;

/**
 * A progress message of {@code POST /images/create}.
 *
 * @param id the layer or tag that the message is about
 */
public record ImagePullMessage(
    @Nullable String id,
    @Nullable String status,
    @Nullable String error,
    @Nullable ErrorDetail errorDetail,
    @Nullable Progress progressDetail) {

  /** The reason why the pull failed. */
  public record ErrorDetail(@Nullable String message) {}

  /** Bytes done and in total; 0 if unknown. */
  public record Progress(long current, long total) {}

  /** The error message; null if the message reports progress. */
  public @Nullable String failure() {
    return errorDetail != null && errorDetail.message() != null ? errorDetail.message() : error;
  }
}
