package dev.davit.command.container;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagValues;
import dev.davit.command.selection.SelectionFlags;
import dev.davit.command.selection.SingleContainer;
import dev.davit.command.selection.TakesContainer;
import dev.davit.command.shared.ListRunner;
import dev.davit.command.shared.OutputFlags;
import dev.davit.engine.model.FilesystemChange;
import dev.davit.output.OutputSchema;
import dev.davit.output.schema.DiffOutput;
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
    return SelectionFlags.oneWith(List.of(OutputFlags.OUTPUT));
  }

  @Override
  public Completer argument(int place, FlagValues given) {
    return place == 0 ? Completers.RUNNING_CONTAINER : Completers.NOTHING;
  }

  @Override
  public OutputSchema<?> output() {
    return DiffOutput.SCHEMA;
  }

  @Override
  public int run(CommandContext typed) throws IOException {
    CommandContext in = SingleContainer.resolved(typed);
    String container = in.args().getFirst();
    if (container.isEmpty()) {
      throw CommandException.refused("Container name cannot be empty");
    }
    List<FilesystemChange> changes = in.engine().containers().changes(container);
    if (in.get(OutputFlags.OUTPUT) != null) {
      in.streams().print(ListRunner.output(in, DiffOutput.SCHEMA).of(changes));
      return ExitCode.SUCCESS;
    }
    StringBuilder lines = new StringBuilder();
    for (FilesystemChange change : changes) {
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
