package dev.davit.engine.model;

import org.jspecify.annotations.Nullable;

/**
 * A line of progress of {@code POST /images/create}.
 *
 * @param id the layer it is about, or the tag
 */
public record ImagePullMessage(
    @Nullable String id,
    @Nullable String status,
    @Nullable String error,
    @Nullable ErrorDetail errorDetail,
    @Nullable Progress progressDetail) {

  /** Why the pull failed. */
  public record ErrorDetail(@Nullable String message) {}

  /** Bytes done, and in all; 0 where that isn't known. */
  public record Progress(long current, long total) {}

  /** The failure in words, null while all is well. */
  public @Nullable String failure() {
    return errorDetail != null && errorDetail.message() != null ? errorDetail.message() : error;
  }
}
