package dev.davit.command.container;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagValues;
import dev.davit.engine.http.ApiResponse;
import dev.davit.io.AtomicFile;
import dev.davit.io.OutputFile;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * {@code davit export}: writes a container's filesystem as a tar archive. Mirrors
 * cli/command/container/export.go.
 */
public final class ExportCommand implements Command {
  private static final Flag<String> OUTPUT =
      Flag.string("output", 'o', "Write the archive to this file instead of STDOUT")
          .completes(Completers.FILE);

  @Override
  public Usage usage() {
    return Usage.exactly(1, "[OPTIONS] CONTAINER");
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(OUTPUT);
  }

  @Override
  public Completer argument(int place, FlagValues given) {
    return place == 0 ? Completers.CONTAINER : Completers.NOTHING;
  }

  @Override
  public int run(CommandContext in) throws IOException {
    String name = in.get(OUTPUT);
    if (!name.isEmpty()) {
      file(in, name).write(out -> export(in, out));
      return ExitCode.SUCCESS;
    }
    if (in.streams().outIsTerminal()) {
      throw CommandException.refused(
          "cowardly refusing to save to a terminal. Use the -o flag or redirect");
    }
    export(in, in.streams().out());
    return ExitCode.SUCCESS;
  }

  private static AtomicFile file(CommandContext in, String name) throws IOException {
    try {
      return OutputFile.create(in.app().cwd(), name);
    } catch (IOException e) {
      throw new IOException("failed to export container: " + e.getMessage(), e);
    }
  }

  private static void export(CommandContext in, OutputStream out) throws IOException {
    try (ApiResponse archive = in.engine().containers().export(in.args().getFirst())) {
      archive.body().transferTo(out);
    }
  }
}
