package dev.davit.diagnosis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The cause of a failure that the last lines of the logs name. */
final class LogCause {
  private static final List<TextRule> RULES =
      List.of(
          TextRule.of(
              "exec-format",
              "exec .*: [Ee]xec format error|exec user process caused.*exec format error",
              "the program is for another processor, or a script without a #! line",
              "check the platform of the image: davit image inspect IMAGE"),
          TextRule.of(
              "interpreter-not-found",
              "^exec .*: no such file or directory|"
                  + "exec user process caused.*no such file or directory|"
                  + "exec container process.*: No such file or directory",
              "the interpreter of the script, or the loader of the program, does not exist in the"
                  + " container",
              "check the #! line; a line that ends with CR LF names no existing file"),
          TextRule.of(
              "processes-limit",
              "can't fork|fork: .*(Resource temporarily unavailable|retry)|"
                  + "unable to create .*native thread",
              "the container has reached its limit of processes and threads",
              "raise the limit: davit update --pids-limit N"),
          TextRule.of(
              "no-space",
              "No space left on device|ENOSPC",
              "a file system of the container is full",
              "see what takes the space: davit system df --top 10"),
          TextRule.of(
              "read-only",
              "Read-only file system|EROFS",
              "the program writes to a file system that is read-only",
              "mount a volume or --tmpfs where it writes"),
          TextRule.of(
              "port-in-use",
              "[Aa]ddress (already )?in use|EADDRINUSE",
              "the port that the program listens on is in use in the network of the container",
              null));

  private LogCause() {}

  /** Returns the cause that the lines name; null if they name none that is known. */
  static @Nullable Diagnosis of(List<String> lines) {
    for (String line : lines.reversed()) {
      Diagnosis diagnosis = TextRule.find(RULES, line);
      if (diagnosis != null) {
        return diagnosis;
      }
    }
    return null;
  }
}
