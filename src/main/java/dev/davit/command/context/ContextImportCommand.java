package dev.davit.command.context;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.FlagValues;
import dev.davit.context.ContextArchive;
import dev.davit.context.Contexts;
import dev.davit.io.FileError;
import dev.davit.text.GoQuote;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * {@code davit context import}: creates a context from an archive. Mirrors
 * cli/command/context/import.go.
 */
public final class ContextImportCommand implements Command {
  private static final String STDIN = "-";

  @Override
  public Usage usage() {
    return Usage.exactly(2, "CONTEXT FILE|-");
  }

  @Override
  public Completer argument(int place, FlagValues given) {
    return place == 0 ? Completers.NOTHING : Completers.FILE;
  }

  /** Imports the context; stores it only after the whole archive was read. */
  @Override
  public int run(CommandContext in) throws IOException {
    Contexts contexts = in.contexts();
    String name = in.args().getFirst();
    contexts.checkNew(name);
    ContextArchive.Content content = read(in, in.args().get(1));
    contexts.stored().put(content.context().withName(name));
    contexts.stored().tls(name).replace(content.tls());
    in.streams().println(name);
    in.streams().error("Successfully imported context " + GoQuote.quote(name));
    return ExitCode.SUCCESS;
  }

  private static ContextArchive.Content read(CommandContext in, String source) throws IOException {
    if (source.equals(STDIN)) {
      return ContextArchive.read(in.streams().in());
    }
    if (source.isEmpty()) {
      throw new IOException("open : no such file or directory");
    }
    Path file = in.app().cwd().physical(source);
    if (Files.isDirectory(file)) {
      throw new IOException("read " + source + ": is a directory");
    }
    try (InputStream archive = Files.newInputStream(file)) {
      return ContextArchive.read(archive);
    } catch (FileSystemException e) {
      throw new FileError("open", source, e);
    }
  }
}
