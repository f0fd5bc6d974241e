package dev.davit.command.job;

import dev.davit.cli.CommandContext;
import java.io.IOException;
import java.util.Set;

/** A command for containers with {@code --on swarm}. */
interface JobCommand {
  /** The names of the command's flags that can be given; all others are refused. */
  Set<String> flags();

  /**
   * Runs the command.
   *
   * @return the exit code
   */
  int run(CommandContext in) throws IOException;
}
