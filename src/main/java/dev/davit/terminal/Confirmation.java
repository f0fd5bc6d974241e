package dev.davit.terminal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** Asks for confirmation of an action that cannot be undone. Mirrors internal/prompt/prompt.go. */
public final class Confirmation {
  private Confirmation() {}

  /**
   * Prints a question and reads a line of standard input.
   *
   * @param asked the destination of the question
   * @return whether the answer is {@code y}; false at the end of the input, and when interrupted
   */
  public static boolean isGiven(Streams streams, String question, OutputStream asked)
      throws IOException {
    String prompt = question + " [y/N] ";
    Optional<String> given =
        asked.equals(streams.out())
            ? Prompt.ask(streams, prompt)
            : Prompt.plainly(streams.in(), prompt, asked);
    return given.orElse("").strip().equalsIgnoreCase("y");
  }
}
