package dev.davit.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.text.ControlBytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.Option;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;

/** Asks questions: at a terminal, where the user can edit the answer, by JLine. */
public final class Prompt {
  /** The mask with which JLine shows nothing of an answer. */
  private static final Character HIDDEN = (char) 0;

  private Prompt() {}

  /**
   * Prints a question to standard output and reads a line of standard input.
   *
   * @return the line without its newline, empty at the end of the input; nothing if INT or TERM
   *     interrupts the read
   */
  public static Optional<String> ask(Streams streams, String question) throws IOException {
    return streams.areTerminals()
        ? line(streams, question, null)
        : plainly(streams.in(), question, streams.out());
  }

  /** Asks as {@link #ask} does, without showing what is typed. */
  public static Optional<String> askSecret(Streams streams, String question) throws IOException {
    if (streams.areTerminals()) {
      return line(streams, question, HIDDEN);
    }
    if (!streams.inIsTerminal()) {
      return plainly(streams.in(), question, streams.out());
    }
    try (TerminalSettings settings = TerminalSettings.of(streams.terminal())) {
      settings.hideInput();
      Optional<String> answer = plainly(streams.in(), question, streams.out());
      if (answer.isPresent()) {
        streams.print("\n");
      }
      return answer;
    }
  }

  private static Optional<String> line(Streams streams, String question, @Nullable Character mask)
      throws IOException {
    Terminal terminal = SystemTerminal.withCapabilities(streams.terminal());
    Thread asking = Thread.currentThread();
    String prompt = ControlBytes.replaced(question).replace("%", "%%");
    try (TerminalSettings _ = TerminalSettings.of(terminal);
        Signals.Listening end = Signals.on("TERM", signal -> asking.interrupt())) {
      return Optional.of(reader(terminal).readLine(prompt, mask));
    } catch (UserInterruptException e) {
      Thread.interrupted(); // the interrupt has ended the read
      return Optional.empty();
    } catch (EndOfFileException e) {
      return Optional.of("");
    }
  }

  /** Returns a reader without completion, history, quoting or event expansion. */
  private static LineReader reader(Terminal terminal) {
    return LineReaderBuilder.builder()
        .terminal(terminal)
        .parser(new DefaultParser().quoteChars(new char[0]).escapeChars(new char[0]))
        .option(Option.BRACKETED_PASTE, false)
        .option(Option.DISABLE_EVENT_EXPANSION, true)
        .variable(LineReader.DISABLE_HISTORY, true)
        .variable(LineReader.DISABLE_COMPLETION, true)
        .build();
  }

  /**
   * Prints a question and reads the answer without editing, also where nothing is a terminal.
   *
   * @return the line without its newline, empty at the end of the input; nothing if INT or TERM
   *     interrupts the read
   */
  static Optional<String> plainly(InputStream in, String question, OutputStream asked)
      throws IOException {
    asked.write(question.getBytes(UTF_8));
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
