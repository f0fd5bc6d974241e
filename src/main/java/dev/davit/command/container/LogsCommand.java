package dev.davit.command.container;

import dev.davit.attach.Output;
import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagGroup;
import dev.davit.cli.flags.FlagValues;
import dev.davit.command.selection.SelectionFlags;
import dev.davit.engine.Containers;
import dev.davit.engine.LogsOptions;
import dev.davit.engine.http.ApiResponse;
import dev.davit.engine.model.ContainerDetails;
import dev.davit.logs.FollowMode;
import dev.davit.logs.view.TimestampStyle;
import java.io.IOException;
import java.util.List;

/**
 * {@code davit logs}: prints the logs of containers. Of one container without flags of davit's own,
 * it mirrors cli/command/container/logs.go.
 */
public final class LogsCommand implements Command {
  @Override
  public Usage usage() {
    return Usage.exactly(1, "[OPTIONS] CONTAINER");
  }

  @Override
  public String selectable() {
    return "[CONTAINER...]";
  }

  /** Accepts several containers, and flags that select them, unlike docker. */
  @Override
  public boolean accepts(int arguments, FlagValues given) {
    return arguments >= 1 || SelectionFlags.select(given);
  }

  @Override
  public List<Flag<?>> flags() {
    return LogsFlags.EVERY;
  }

  @Override
  public List<FlagGroup> flagGroups() {
    return LogsFlags.GROUPS;
  }

  @Override
  public Completer argument(int place, FlagValues given) {
    return Completers.CONTAINER;
  }

  @Override
  public int run(CommandContext in) throws IOException {
    return LogsFlags.isPlain(in) ? printAsSent(in) : new SelectedLogs(in).print();
  }

  private static int printAsSent(CommandContext in) throws IOException {
    Containers containers = in.engine().containers();
    ContainerDetails container = containers.inspect(in.args().getFirst());
    Boolean stdout = in.get(LogsFlags.STDOUT);
    Boolean stderr = in.get(LogsFlags.STDERR);
    LogsOptions options =
        new LogsOptions(
            LogsFlags.isWanted(stdout, stderr),
            LogsFlags.isWanted(stderr, stdout),
            LogsFlags.follow(in) == FollowMode.CONTAINER,
            in.get(LogsFlags.TIMESTAMPS) == TimestampStyle.RFC3339,
            in.get(LogsFlags.DETAILS),
            LogsFlags.time(in, LogsFlags.SINCE),
            LogsFlags.time(in, LogsFlags.UNTIL),
            in.get(LogsFlags.TAIL));
    try (ApiResponse logs = containers.logs(container.id(), options)) {
      Output.all(!container.config().tty()).copy(logs.body(), in.streams());
    }
    return ExitCode.SUCCESS;
  }
}
