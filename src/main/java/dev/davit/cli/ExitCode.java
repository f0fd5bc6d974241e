package dev.davit.cli;

/** The exit codes of davit itself; the others are the container's. */
public final class ExitCode {
  public static final int SUCCESS = 0;
  public static final int FAILURE = 1;

  /** inspect was given a template that doesn't parse. */
  public static final int BAD_TEMPLATE = 64;

  /** As of timeout(1): what was waited for did not happen in time. */
  public static final int TIMED_OUT = 124;

  /** The container could not be set up, or a flag is wrong. */
  public static final int NOT_RUN = 125;

  /** As a process that SIGPIPE ended. */
  public static final int BROKEN_PIPE = 141;

  /** The engine went away while an exec ran: docker's -1. */
  public static final int ENGINE_LOST = 255;

  private static final int NOT_EXECUTABLE = 126;
  private static final int NOT_FOUND = 127;

  private ExitCode() {}

  /**
   * The code of a {@code run} that failed, which docker tells by words in the message and scripts
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
