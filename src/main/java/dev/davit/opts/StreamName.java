package dev.davit.opts;

import dev.davit.text.GoCase;

/** Parses {@code -a}: stdin, stdout or stderr in any case. */
public final class StreamName {
  private StreamName() {}

  public static String parse(String text) {
    String name = GoCase.lower(text);
    return switch (name) {
      case "stdin", "stdout", "stderr" -> name;
      default -> throw new IllegalArgumentException("valid streams are STDIN, STDOUT and STDERR");
    };
  }
}
