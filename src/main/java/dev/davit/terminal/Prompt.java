package dev.davit.terminal;

import java.io.IOException;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.Option;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;

/** Reads a line from a terminal, where the user can edit it. */
public final class Prompt {
  private Prompt() {}

  /**
   * Prints a question and reads the answer.
   *
   * @param streams the streams, whose input and output are terminals
   * @return the line without its newline, empty at the end of the input; nothing if INT or TERM
   *     interrupts the read
   */
  public static Optional<String> line(Streams streams, String question) throws IOException {
    Terminal terminal = SystemTerminal.withCapabilities(streams.terminal());
    Thread asking = Thread.currentThread();
    try (Signals.Listening end = Signals.on("TERM", signal -> asking.interrupt())) {
      return Optional.of(reader(terminal).readLine(question));
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
}
