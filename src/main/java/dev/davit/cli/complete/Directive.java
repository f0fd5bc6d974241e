package dev.davit.cli.complete;

import java.util.Collection;
import java.util.stream.Collectors;

/**
 * A directive at the end of completion's output, which states how the shell uses the candidates, as
 * defined by cobra, docker's command line library. The output has the sum of their numbers.
 */
enum Directive {
  /** Completion failed; the shell offers nothing. */
  ERROR(1, "Error"),
  /** The word continues, so that no blank is to follow. */
  NO_SPACE(2, "NoSpace"),
  /** Names of files do not fit. Without it the shell offers them if no candidate fits. */
  NO_FILE_COMP(4, "NoFileComp"),
  /** Names of directories fit, and there are no candidates. */
  FILTER_DIRS(16, "FilterDirs");

  private final int number;
  private final String name;

  Directive(int number, String name) {
    this.number = number;
    this.name = name;
  }

  static int sum(Collection<Directive> directives) {
    return directives.stream().mapToInt(one -> one.number).sum();
  }

  /** The names as cobra prints them to standard error. */
  static String names(Collection<Directive> directives) {
    return directives.isEmpty()
        ? "ShellCompDirectiveDefault"
        : directives.stream()
            .map(one -> "ShellCompDirective" + one.name)
            .collect(Collectors.joining(", "));
  }
}
