package dev.davit.command.shared;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.Flag;
import dev.davit.io.AtomicFile;
import dev.davit.io.BodyWriter;
import dev.davit.io.OutputFile;
import java.io.IOException;

/** The steps of all commands that write an archive to a file or to standard output. */
public final class ArchiveOutput {
  public static final Flag<String> OUTPUT =
      Flag.string("output", 'o', "Write the archive to this file instead of STDOUT")
          .completes(Completers.FILE);

  private ArchiveOutput() {}

  /**
   * Writes the archive to the file of {@code --output}, which appears when it is complete, or to
   * standard output.
   *
   * @param failure the beginning of the message if the file cannot be created
   * @throws CommandException if standard output is a terminal
   */
  public static void write(CommandContext in, String failure, BodyWriter archive)
      throws IOException {
    write(in, in.get(OUTPUT), failure, archive);
  }

  /** Writes the archive as above, to a file of a name, or with an empty one to standard output. */
  public static void write(CommandContext in, String name, String failure, BodyWriter archive)
      throws IOException {
    if (!name.isEmpty()) {
      file(in, name, failure).write(archive);
      return;
    }
    if (in.streams().outIsTerminal()) {
      throw CommandException.refused(
          "cowardly refusing to save to a terminal. Use the -o flag or redirect");
    }
    archive.writeTo(in.streams().out());
  }

  private static AtomicFile file(CommandContext in, String name, String failure)
      throws IOException {
    try {
      return OutputFile.create(in.app().cwd(), name);
    } catch (IOException e) {
      throw new IOException(failure + ": " + e.getMessage(), e);
    }
  }
}
