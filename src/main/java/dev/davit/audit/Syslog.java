package dev.davit.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.io.ProgramPath;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The system log, written by the program {@code logger}, as Java has no datagram sockets of the
 * Unix domain.
 *
 * @param env the environment, with the variable {@code PATH}
 */
record Syslog(Map<String, String> env) implements AuditTarget {
  private static final String PROGRAM = "logger";
  private static final String FAILURE = "cannot write the audit log: ";

  /** The default of {@code logger}, with a margin; older ones have no option to change it. */
  private static final int LONGEST_LINE = 1000;

  @Override
  public int longestLine() {
    return LONGEST_LINE;
  }

  private Path program() throws IOException {
    Path program = ProgramPath.find(PROGRAM, env);
    if (program == null) {
      throw new IOException(
          FAILURE + "exec: \"" + PROGRAM + "\": executable file not found in $PATH");
    }
    return program;
  }

  @Override
  public void write(String lines) throws IOException {
    Process process =
        new ProcessBuilder(List.of(program().toString(), "-t", "davit", "-p", "auth.notice"))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    int exitCode;
    try (OutputStream in = process.getOutputStream()) {
      in.write(lines.getBytes(UTF_8));
    }
    try {
      exitCode = process.waitFor();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    if (exitCode != 0) {
      throw new IOException(FAILURE + PROGRAM + ": exit status " + exitCode);
    }
  }
}
