package dev.davit.command.shared;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.ExitCode;
import java.io.IOException;

/** A failure of run or create before a container has run: docker's words, hint and exit code. */
public final class RunFailure {
  private RunFailure() {}

  /** Flags that each are right, and together are not. */
  public static CommandException of(CommandContext in, String message) {
    return new CommandException(withHint(in, message), ExitCode.NOT_RUN);
  }

  /** A failure of run, whose message decides the exit code. */
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
