package dev.davit.command.exec;

import dev.davit.attach.TtyResizer;
import dev.davit.cli.Command;
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
import dev.davit.gotypes.GoInt;
import java.io.IOException;
import java.util.List;

/** {@code davit resize} and {@code davit exec-resize}: set the size of a TTY in characters. */
public final class ResizeCommand implements Command {
  private final boolean ofExec;

  private ResizeCommand(boolean ofExec) {
    this.ofExec = ofExec;
  }

  /** Creates {@code davit resize}. */
  public static ResizeCommand ofContainer() {
    return new ResizeCommand(false);
  }

  /** Creates {@code davit exec-resize}. */
  public static ResizeCommand ofExec() {
    return new ResizeCommand(true);
  }

  @Override
  public Usage usage() {
    return Usage.exactly(3, (ofExec ? "EXEC" : "CONTAINER") + " HEIGHT WIDTH");
  }

  @Override
  public String selectable() {
    return ofExec ? "" : "[CONTAINER]";
  }

  @Override
  public boolean accepts(int arguments, FlagValues given) {
    return Command.super.accepts(SingleContainer.arguments(arguments, given), given);
  }

  @Override
  public List<Flag<?>> flags() {
    return ofExec ? List.of() : SelectionFlags.oneWith(List.of());
  }

  @Override
  public Completer argument(int place, FlagValues given) {
    return place == 0 && !ofExec ? Completers.RUNNING_CONTAINER : Completers.NOTHING;
  }

  @Override
  public int run(CommandContext typed) throws IOException {
    CommandContext in = ofExec ? typed : SingleContainer.resolved(typed);
    String id = in.args().getFirst();
    TtyResizer.Target target =
        ofExec
            ? (rows, columns) -> in.engine().execs().resize(id, rows, columns)
            : (rows, columns) -> in.engine().containers().resize(id, rows, columns);
    target.resize(size("height", in.args().get(1)), size("width", in.args().get(2)));
    return ExitCode.SUCCESS;
  }

  private static int size(String name, String text) {
    try {
      return GoInt.parseUint16(text);
    } catch (IllegalArgumentException e) {
      throw new CommandException("invalid " + name + ": " + e.getMessage(), ExitCode.FAILURE, e);
    }
  }
}
