package dev.davit.command.shared;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.ExitCode;
import java.io.IOException;

/**
 * The failure of run or create before the container runs, with docker's message, hint and exit
 * code.
 */
public final class RunFailure {
  private RunFailure() {}

  /** Creates the failure for invalid or conflicting flags, with exit code 125. */
  public static CommandException of(CommandContext in, String message) {
    return new CommandException(withHint(in, message), ExitCode.NOT_RUN);
  }

  /** Creates the failure for an error of the engine, whose message determines the exit code. */
  public static CommandException of(CommandContext in, IOException e) {
    String message = String.valueOf(e.getMessage());
    return new CommandException(withHint(in, message), ExitCode.ofRun(message), e);
  }

  private static String withHint(CommandContext in, String message) {
    return in.app().name()
        + ": "
        + message
        + "\n\nRun '"
        + in.path()
        + " --help' for more information";
  }
}
