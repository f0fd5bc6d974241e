package dev.davit.cli;

import java.io.Serial;

/** Ends the command: what to print on standard error, and the exit code. */
public final class CommandException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final int exitCode;

  public CommandException(String message, int exitCode) {
    super(message);
    this.exitCode = exitCode;
  }

  public CommandException(String message, int exitCode, Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  /** A command line that a check after parsing refuses, in a command that reports no usage. */
  public static CommandException refused(String message) {
    return new CommandException(message, ExitCode.FAILURE);
  }

  public int exitCode() {
    return exitCode;
  }

  public String text() {
    return String.valueOf(getMessage());
  }
}
