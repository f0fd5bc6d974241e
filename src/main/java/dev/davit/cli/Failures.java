package dev.davit.cli;

import dev.davit.config.ConfigException;
import dev.davit.io.FileError;
import dev.davit.terminal.Streams;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.FileSystemException;

/** The messages and exit codes of failed commands. */
final class Failures {
  private Failures() {}

  /** Prints a failure, with {@code --debug} its stack trace, too; returns the exit code. */
  static int report(Throwable e, ProcessEnvironment app, boolean debug) {
    String text = text(e, app.name());
    if (!text.isEmpty()) {
      app.streams().error(text);
    }
    if (debug && !(e instanceof Streams.BrokenPipe)) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      app.streams().error(trace.toString().stripTrailing());
    }
    return exitCode(e);
  }

  /** Returns the message to print; empty for none. */
  private static String text(Throwable e, String program) {
    if (e instanceof CommandException failure) {
      return failure.text();
    }
    if (e instanceof Streams.BrokenPipe pipe && pipe.isSilent()) {
      return "";
    }
    if (e instanceof FileSystemException failure) {
      return failure.getFile() + ": " + FileError.reason(failure);
    }
    if (e instanceof IOException || e instanceof ConfigException) {
      return String.valueOf(e.getMessage());
    }
    return e instanceof OutOfMemoryError
        ? program + ": out of memory"
        : program + ": internal error, please report (--debug prints the stack trace): " + e;
  }

  static int exitCode(Throwable e) {
    if (e instanceof CommandException failure) {
      return failure.exitCode();
    }
    return e instanceof Streams.BrokenPipe pipe ? ExitCode.of(pipe) : ExitCode.FAILURE;
  }
}
