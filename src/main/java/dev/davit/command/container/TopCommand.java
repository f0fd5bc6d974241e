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
import dev.davit.command.shared.ListRunner;
import dev.davit.command.shared.OutputFlags;
import dev.davit.engine.model.TopResult;
import dev.davit.format.Table;
import dev.davit.output.JointOutput;
import dev.davit.output.OutputSchema;
import dev.davit.output.schema.TopOutput;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code davit top}: shows the processes of a container. Mirrors cli/command/container/top.go. */
public final class TopCommand implements TakesContainer {
  private static final int COLUMN_WIDTH = 20;

  @Override
  public Usage usage() {
    return Usage.commandLine(1, "CONTAINER [ps OPTIONS]");
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
    return TopOutput.SCHEMA;
  }

  @Override
  public int run(CommandContext typed) throws IOException {
    CommandContext in = SingleContainer.resolved(typed);
    String psArgs = String.join(" ", in.args().subList(1, in.args().size()));
    TopResult top = in.engine().containers().top(in.args().getFirst(), psArgs);
    if (in.get(OutputFlags.OUTPUT) != null) {
      in.streams().print(ListRunner.output(in, TopOutput.SCHEMA).of(TopOutput.rows(top)));
      return ExitCode.SUCCESS;
    }
    StringBuilder lines = new StringBuilder();
    Stream.concat(Stream.of(orNone(top.titles())), orNone(top.processes()).stream())
        .forEach(cells -> lines.append(String.join("\t", cells)).append('\n'));
    JointOutput joint = in.joint();
    if (joint == null) {
      in.streams().printSent(Table.layOut(lines, COLUMN_WIDTH));
    } else {
      joint.table(lines);
    }
    return ExitCode.SUCCESS;
  }

  private static <E> List<E> orNone(@Nullable List<E> list) {
    return list == null ? List.of() : list;
  }
}
