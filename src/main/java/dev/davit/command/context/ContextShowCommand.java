package dev.davit.command.context;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Usage;
import java.io.IOException;

/**
 * {@code davit context show}: prints the name of the context in use. Mirrors
 * cli/command/context/show.go.
 */
public final class ContextShowCommand implements Command {
  @Override
  public Usage usage() {
    return Usage.exactly(0, "");
  }

  @Override
  public int run(CommandContext in) throws IOException {
    in.streams().println(in.contexts().current());
    return ExitCode.SUCCESS;
  }
}
