package dev.davit.command.container;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.ContainerFlags;
import dev.davit.cli.flags.CreationFlags;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagGroup;
import dev.davit.cli.flags.FlagValues;
import java.io.IOException;
import java.util.List;

/** {@code davit create}: creates a container. Mirrors cli/command/container/create.go. */
public final class CreateCommand implements Command {
  @Override
  public Usage usage() {
    return Usage.commandLine(1, "[OPTIONS] IMAGE [COMMAND] [ARG...]");
  }

  @Override
  public boolean accepts(int arguments, FlagValues given) {
    return CreateOptions.accepts(arguments, given);
  }

  @Override
  public List<Flag<?>> flags() {
    return ContainerFlags.with(List.of());
  }

  @Override
  public List<FlagGroup> flagGroups() {
    return ContainerFlags.groups(List.of());
  }

  @Override
  public Completer argument(int place, FlagValues given) {
    return place == 0 ? Completers.IMAGE : Completers.NOTHING;
  }

  @Override
  public int run(CommandContext in) throws IOException {
    CreateOptions request = CreateOptions.of(in);
    in.streams()
        .printSent(in.get(CreationFlags.DRY_RUN) ? request.preview() : request.create() + '\n');
    return ExitCode.SUCCESS;
  }
}
