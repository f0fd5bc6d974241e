package dev.davit.cli.complete;

/**
 * A candidate for the word being typed.
 *
 * @param word the whole word
 * @param about a short description; may be empty
 */
public record Candidate(String word, String about) {
  /** Whether the word continues, so that no blank is to follow. */
  boolean isOpen() {
    return word.endsWith("=")
        || word.endsWith(":")
        || word.endsWith("/")
        || word.endsWith("-")
        || word.endsWith("}}");
  }
}
