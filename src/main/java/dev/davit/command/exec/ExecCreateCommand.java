package dev.davit.command.exec;

import dev.davit.cli.CommandContext;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagValues;
import dev.davit.command.selection.SingleContainer;
import dev.davit.command.selection.TakesContainer;
import dev.davit.command.shared.AttachFlags;
import java.io.IOException;
import java.util.List;

/**
 * {@code davit exec-create}: creates an exec instance, to be started by {@code exec-start} ({@code
 * POST /containers/{id}/exec}).
 */
public final class ExecCreateCommand implements TakesContainer {
  @Override
  public Usage usage() {
    return Usage.commandLine(2, "[OPTIONS] CONTAINER COMMAND [ARG...]");
  }

  @Override
  public List<Flag<?>> flags() {
    return ExecRequest.flagsWith();
  }

  @Override
  public Completer argument(int place, FlagValues given) {
    return place == 0 ? Completers.UNPAUSED_CONTAINER : Completers.NOTHING;
  }

  @Override
  public int run(CommandContext typed) throws IOException {
    AttachFlags.checkDetachKeys(typed);
    CommandContext in = SingleContainer.resolved(typed);
    in.streams().printSent(ExecRequest.of(in, true).create() + '\n');
    return ExitCode.SUCCESS;
  }
}
