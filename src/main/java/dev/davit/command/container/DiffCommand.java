package dev.davit.command.container;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagValues;
import dev.davit.command.shared.SelectionFlags;
import dev.davit.command.shared.SingleContainer;
import dev.davit.command.shared.TakesContainer;
import dev.davit.engine.model.FilesystemChange;
import java.io.IOException;
import java.util.List;

/**
 * {@code davit diff}: lists changes to a container's filesystem. Mirrors
 * cli/command/container/diff.go.
 */
public final class DiffCommand implements TakesContainer {
  @Override
  public Usage usage() {
    return Usage.exactly(1, "CONTAINER");
  }

  @Override
  public List<Flag<?>> flags() {
    return SelectionFlags.oneWith(List.of());
  }

  @Override
  public Completer argument(int place, FlagValues given) {
    return place == 0 ? Completers.RUNNING_CONTAINER : Completers.NOTHING;
  }

  @Override
  public int run(CommandContext typed) throws IOException {
    CommandContext in = SingleContainer.resolved(typed);
    String container = in.args().getFirst();
    if (container.isEmpty()) {
      throw CommandException.refused("Container name cannot be empty");
    }
    StringBuilder lines = new StringBuilder();
    for (FilesystemChange change : in.engine().containers().changes(container)) {
      lines.append(letter(change.kind())).append(' ').append(change.path()).append('\n');
    }
    in.streams().printSent(lines);
    return ExitCode.SUCCESS;
  }

  private static String letter(int kind) {
    return switch (kind) {
      case 0 -> "C";
      case 1 -> "A";
      case 2 -> "D";
      default -> "";
    };
  }
}
