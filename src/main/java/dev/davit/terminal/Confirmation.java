package dev.davit.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

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
        streams.areTerminals() && asked.equals(streams.out())
            ? Prompt.line(streams, prompt)
            : answer(streams.in(), prompt, asked);
    return given.orElse("").strip().equalsIgnoreCase("y");
  }

  /** Reads a line when standard input or output is not a terminal; empty when interrupted. */
  private static Optional<String> answer(InputStream in, String prompt, OutputStream asked)
      throws IOException {
    asked.write(prompt.getBytes(UTF_8));
    CompletableFuture<Optional<String>> answer = new CompletableFuture<>();
    Consumer<String> interrupted = signal -> answer.complete(Optional.empty());
    try (Signals.Listening ctrlC = Signals.on("INT", interrupted);
        Signals.Listening end = Signals.on("TERM", interrupted)) {
      // a read that waits for a line cannot be interrupted
      Thread reader = new Thread(() -> answer.complete(Optional.of(line(in))), "answer");
      reader.setDaemon(true);
      reader.start();
      Optional<String> given = answer.join();
      if (given.isEmpty()) {
        asked.write('\n');
      }
      return given;
    }
  }

  /** Returns a line without its newline; if the input fails, the bytes before the failure. */
  private static String line(InputStream in) {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    try {
      for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
        line.write(b);
      }
    } catch (IOException e) {
      // the input has failed; the line ends here
    }
    return line.toString(UTF_8);
  }
}
