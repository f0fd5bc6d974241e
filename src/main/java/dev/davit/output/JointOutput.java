package dev.davit.output;

import dev.davit.terminal.Streams;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The output of a command that runs on several engines, as the run on one of them sees it. */
public interface JointOutput {
  /** The name of the engine's docker context. */
  String context();

  /**
   * Adds rows to the table of all engines.
   *
   * @param rows lines of cells separated by tabs; the first line is the header
   */
  void table(CharSequence rows);

  /** Replaces this engine's rows in a table that is shown repeatedly. */
  void liveTable(CharSequence rows) throws IOException;

  /** Prints names, each with its line end, and with the context before it. */
  void names(CharSequence lines) throws IOException;

  /**
   * Returns streams whose lines are printed as they are, for output that has contexts by itself.
   */
  Streams streams();

  /** Adds the elements of a JSON array, as docker prints it, to the array of all engines. */
  void array(byte[] json);

  /** Whether a question can be asked, as standard input and output are terminals. */
  boolean canAsk();

  /**
   * Asks once for all engines, when the runs on all others have ended or ask, too.
   *
   * @param question the question of this engine; if several differ, the first one is asked
   * @param rows a table of what the question is about, for one table of all engines; null for none
   */
  boolean isConfirmed(String question, @Nullable CharSequence rows);
}
