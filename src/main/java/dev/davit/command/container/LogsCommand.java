package dev.davit.command.container;

import dev.davit.attach.Output;
import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagValues;
import dev.davit.engine.Containers;
import dev.davit.engine.LogsOptions;
import dev.davit.engine.http.ApiResponse;
import dev.davit.engine.model.ContainerDetails;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code davit logs}: prints the logs of a container. Mirrors cli/command/container/logs.go. */
public final class LogsCommand implements Command {
  private static final Flag<Boolean> DETAILS =
      Flag.bool(
          "details",
          "Show the environment variables and labels that --log-opt adds to log entries");
  private static final Flag<Boolean> FOLLOW = Flag.bool("follow", 'f', "Follow the log output");
  private static final Flag<String> SINCE =
      Flag.string(
          "since",
          "Show logs since a time, for example 2013-01-02T13:23:37Z, or a duration ago, for example 42m");
  private static final Flag<@Nullable Boolean> STDERR =
      Flag.tristate("stderr", "Show STDERR only (--stderr=false: STDOUT only)");
  private static final Flag<@Nullable Boolean> STDOUT =
      Flag.tristate("stdout", "Show STDOUT only (--stdout=false: STDERR only)");
  private static final Flag<String> UNTIL =
      Flag.string(
              "until",
              "Show logs before a time, for example 2013-01-02T13:23:37Z, or a duration ago, such as 42m")
          .since(1, 35);
  private static final Flag<Boolean> TIMESTAMPS =
      Flag.bool("timestamps", 't', "Prefix each line with its timestamp");
  private static final Flag<String> TAIL =
      Flag.string(
          "tail", 'n', "all", "Number of lines to show from the end of the logs (default \"all\")");

  @Override
  public Usage usage() {
    return Usage.exactly(1, "[OPTIONS] CONTAINER");
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(DETAILS, FOLLOW, SINCE, STDERR, STDOUT, TAIL, TIMESTAMPS, UNTIL);
  }

  @Override
  public Completer argument(int place, FlagValues given) {
    return place == 0 ? Completers.CONTAINER : Completers.NOTHING;
  }

  @Override
  public int run(CommandContext in) throws IOException {
    Containers containers = in.engine().containers();
    ContainerDetails container = containers.inspect(in.args().getFirst());
    LogsOptions options =
        new LogsOptions(
            isWanted(in.get(STDOUT), in.get(STDERR)),
            isWanted(in.get(STDERR), in.get(STDOUT)),
            in.get(FOLLOW),
            in.get(TIMESTAMPS),
            in.get(DETAILS),
            time(in, SINCE),
            time(in, UNTIL),
            in.get(TAIL));
    try (ApiResponse logs = containers.logs(container.id(), options)) {
      Output.all(!container.config().tty()).copy(logs.body(), in.streams());
    }
    return ExitCode.SUCCESS;
  }

  /**
   * Whether to print a stream: as given by its flag, by default unless the other stream is
   * requested.
   */
  private static boolean isWanted(@Nullable Boolean stream, @Nullable Boolean other) {
    return stream == null ? !Boolean.TRUE.equals(other) : stream;
  }

  private static @Nullable String time(CommandContext in, Flag<String> flag) {
    if (in.get(flag).isEmpty()) {
      return null;
    }
    try {
      return in.timestamps().parse(in.get(flag));
    } catch (IllegalArgumentException e) {
      throw CommandException.refused(
          "invalid value for \"" + flag.name() + "\": " + e.getMessage());
    }
  }
}
