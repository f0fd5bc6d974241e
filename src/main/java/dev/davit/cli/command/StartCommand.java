package dev.davit.cli.command;

import dev.davit.cli.Command;
import dev.davit.cli.CommandException;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Invocation;
import dev.davit.cli.Usage;
import dev.davit.cli.flags.Flag;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** {@code davit start}: mirrors cli/command/container/start.go. */
public final class StartCommand implements Command {
  @Override
  public Usage usage() {
    return Usage.atLeast(1, "[OPTIONS] CONTAINER [CONTAINER...]");
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of();
  }

  @Override
  public int run(Invocation in) throws IOException {
    List<String> failed = new ArrayList<>();
    for (String container : in.args()) {
      if (started(in, container)) {
        in.streams().println(container);
      } else {
        failed.add(container);
      }
    }
    if (!failed.isEmpty()) {
      throw CommandException.refused(
          "Error: failed to start containers: " + String.join(", ", failed));
    }
    return ExitCode.SUCCESS;
  }

  private static boolean started(Invocation in, String container) {
    try {
      in.engine().containers().start(container);
      return true;
    } catch (IOException e) {
      in.streams().error(String.valueOf(e.getMessage()));
      return false;
    }
  }
}
