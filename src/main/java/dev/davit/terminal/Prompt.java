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

/** Asks at a terminal for a line, which can be edited while it is typed. */
public final class Prompt {
  private Prompt() {}

  /**
   * Prints a question and reads the line that is typed.
   *
   * @param streams whose input and output are terminals
   * @return the line without its end, empty at the end of the input; nothing if INT or TERM
   *     interrupts it
   */
  public static Optional<String> line(Streams streams, String question) throws IOException {
    Terminal terminal = SystemTerminal.withCapabilities(streams.terminal());
    Thread asking = Thread.currentThread();
    try (Signals.Listening end = Signals.on("TERM", signal -> asking.interrupt())) {
      return Optional.of(reader(terminal).readLine(question));
    } catch (UserInterruptException e) {
      Thread.interrupted(); // that was the answer
      return Optional.empty();
    } catch (EndOfFileException e) {
      return Optional.of("");
    }
  }

  /** Nothing of what is typed has a meaning, is kept, or is completed. */
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
