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
import dev.davit.command.removal.Protection;
import dev.davit.command.replace.Predecessor;
import dev.davit.command.replace.ReplaceFlag;
import dev.davit.command.shared.CreateOptions;
import dev.davit.engine.model.ContainerDetails;
import java.io.IOException;
import java.util.List;

/** {@code davit create}: creates a container. Mirrors cli/command/container/create.go. */
public final class CreateCommand implements Command {
  private static final List<Flag<?>> OWN = List.of(ReplaceFlag.REPLACE, Protection.UNPROTECT);

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
    return ContainerFlags.with(OWN);
  }

  @Override
  public List<FlagGroup> flagGroups() {
    return ContainerFlags.groups(OWN);
  }

  @Override
  public Completer argument(int place, FlagValues given) {
    return place == 0 ? Completers.IMAGE : Completers.NOTHING;
  }

  @Override
  public int run(CommandContext in) throws IOException {
    CreateOptions request = CreateOptions.of(in);
    Predecessor.check(in, request.spec());
    if (in.get(CreationFlags.DRY_RUN)) {
      in.streams().printSent(request.preview());
      return ExitCode.SUCCESS;
    }
    try (Predecessor old = Predecessor.of(in, request, false)) {
      ContainerDetails same = old.same();
      String id = same == null ? old.create() : same.id();
      old.finish();
      in.streams().printSent(id + '\n');
    }
    return ExitCode.SUCCESS;
  }
}
