package dev.davit.command.context;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.FlagValues;
import dev.davit.context.ContextArchive;
import dev.davit.context.ContextName;
import dev.davit.context.Contexts;
import dev.davit.context.EndpointResolver;
import dev.davit.io.FileError;
import dev.davit.text.GoQuote;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * {@code davit context export}: writes a context to an archive. Mirrors
 * cli/command/context/export.go.
 */
public final class ContextExportCommand implements Command {
  private static final String STDOUT = "-";

  @Override
  public Usage usage() {
    return Usage.between(1, 2, "[OPTIONS] CONTEXT [FILE|-]");
  }

  @Override
  public Completer argument(int place, FlagValues given) {
    return place == 0 ? Completers.CONTEXT : Completers.FILE;
  }

  /** Exports the context; writes the archive only after all data was read. */
  @Override
  public int run(CommandContext in) throws IOException {
    String name = in.args().getFirst();
    if (!name.equals(EndpointResolver.DEFAULT_CONTEXT)) {
      ContextName.check(name);
    }
    String target = in.args().size() > 1 ? in.args().get(1) : name + ".dockercontext";
    if (target.equals(STDOUT) && in.streams().outIsTerminal()) {
      throw CommandException.refused(
          "cowardly refusing to export to a terminal, specify a file path");
    }
    Contexts contexts = in.contexts();
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    ContextArchive.write(contexts.get(name), contexts.tls(name), archive);
    if (target.equals(STDOUT)) {
      in.streams().out().write(archive.toByteArray());
    } else {
      write(in.app().cwd().physical(target), target, archive.toByteArray());
      in.streams().error("Written file " + GoQuote.quote(target));
    }
    return ExitCode.SUCCESS;
  }

  private static void write(Path path, String target, byte[] archive) throws IOException {
    if (target.isEmpty()) {
      throw new IOException("open : no such file or directory");
    }
    try (FileChannel file =
        FileChannel.open(
            path,
            Set.of(CREATE_NEW, WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      ByteBuffer rest = ByteBuffer.wrap(archive);
      while (rest.hasRemaining()) {
        file.write(rest);
      }
    } catch (IOException e) {
      throw new FileError("open", target, e);
    }
  }
}
