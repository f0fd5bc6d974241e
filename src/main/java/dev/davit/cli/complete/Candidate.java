package dev.davit.cli.complete;

/**
 * One thing the word being typed can become.
 *
 * @param word all of the word
 * @param about what it is, in a few words; may be empty
 */
public record Candidate(String word, String about) {
  /** Words after which one types on, so that no blank is to follow. */
  boolean isOpen() {
    return word.endsWith("=")
        || word.endsWith(":")
        || word.endsWith("/")
        || word.endsWith("-")
        || word.endsWith("}}");
  }
}
