package dev.davit.cli;

import dev.davit.terminal.Streams;

/** The exit codes of davit itself; other exit codes are a container's. */
public final class ExitCode {
  public static final int SUCCESS = 0;
  public static final int FAILURE = 1;

  /** {@code images --outdated} has found an image that is not the newest. */
  public static final int OUTDATED = 3;

  /** The template of {@code inspect} cannot be parsed. */
  public static final int BAD_TEMPLATE = 64;

  /** A condition was not met in time, as in timeout(1). */
  public static final int TIMED_OUT = 124;

  /** The container could not be created or started, or a flag or setting is invalid. */
  public static final int NOT_RUN = 125;

  /** Standard output is a closed pipe: the code of a process that SIGPIPE ends. */
  private static final int BROKEN_PIPE = 141;

  /** The connection was lost while an exec ran: docker's -1. */
  public static final int ENGINE_LOST = 255;

  /** The object of a command is protected by davit's own configuration. */
  public static final int PROTECTED = 126;

  private static final int NOT_EXECUTABLE = 126;
  private static final int NOT_FOUND = 127;

  private ExitCode() {}

  /** The exit code of a command whose output has no reader any more. */
  public static int of(Streams.BrokenPipe e) {
    return e.isSilent() ? BROKEN_PIPE : FAILURE;
  }

  /**
   * The exit code of a {@code run} that failed, which docker derives from the message and scripts
   * rely on (toStatusError in cli/command/container/run.go).
   */
  public static int ofRun(String message) {
    if (message.contains("executable file not found")
        || message.contains("no such file or directory")
        || message.contains("system cannot find the file specified")) {
      return NOT_FOUND;
    }
    return message.contains("permission denied") || message.contains("is a directory")
        ? NOT_EXECUTABLE
        : NOT_RUN;
  }
}
