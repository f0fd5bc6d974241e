package dev.davit.command.container;

import dev.davit.cli.CommandContext;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagValues;
import dev.davit.command.selection.SelectionFlags;
import dev.davit.command.selection.SingleContainer;
import dev.davit.command.selection.TakesContainer;
import dev.davit.command.shared.ArchiveOutput;
import dev.davit.engine.http.ApiResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * {@code davit export}: writes a container's filesystem as a tar archive. Mirrors
 * cli/command/container/export.go.
 */
public final class ExportCommand implements TakesContainer {
  @Override
  public Usage usage() {
    return Usage.exactly(1, "[OPTIONS] CONTAINER");
  }

  @Override
  public List<Flag<?>> flags() {
    return SelectionFlags.oneWith(List.of(ArchiveOutput.OUTPUT));
  }

  @Override
  public Completer argument(int place, FlagValues given) {
    return place == 0 ? Completers.CONTAINER : Completers.NOTHING;
  }

  @Override
  public int run(CommandContext typed) throws IOException {
    CommandContext in = SingleContainer.resolved(typed);
    ArchiveOutput.write(in, "failed to export container", out -> export(in, out));
    return ExitCode.SUCCESS;
  }

  private static void export(CommandContext in, OutputStream out) throws IOException {
    try (ApiResponse archive = in.engine().containers().export(in.args().getFirst())) {
      archive.body().transferTo(out);
    }
  }
}
