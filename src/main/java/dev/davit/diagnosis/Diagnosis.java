package dev.davit.diagnosis;

import org.jspecify.annotations.Nullable;

/**
 * The cause of a container's state.
 *
 * @param cause a word for programs, such as {@code out-of-memory}
 * @param text the cause in a sentence without a full stop
 * @param advice what to do about it, likewise; null without any
 */
public record Diagnosis(String cause, String text, @Nullable String advice) {
  /** Creates a cause without advice. */
  static Diagnosis of(String cause, String text) {
    return new Diagnosis(cause, text, null);
  }
}
