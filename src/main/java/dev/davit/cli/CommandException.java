package dev.davit.cli;

import java.io.Serial;

/** The failure of a command: the message for standard error, and the exit code. */
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

  /**
   * Creates the failure of a command line that a check after parsing rejects: exit code 1, no
   * usage.
   */
  public static CommandException refused(String message) {
    return new CommandException(message, ExitCode.FAILURE);
  }

  /** Creates the failure of a command line with two flags that exclude each other. */
  public static CommandException conflict(String flag, String other) {
    return refused("conflicting options: " + flag + " and " + other + " cannot be used together");
  }

  public int exitCode() {
    return exitCode;
  }

  public String text() {
    return String.valueOf(getMessage());
  }
}
