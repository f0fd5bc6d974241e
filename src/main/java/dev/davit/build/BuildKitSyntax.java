package dev.davit.build;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds instructions of a Dockerfile that only BuildKit can build. */
public final class BuildKitSyntax {
  private static final Pattern ESCAPE = Pattern.compile("(?i)#\\s*escape\\s*=\\s*`\\s*");
  private static final Pattern DIRECTIVE = Pattern.compile("#\\s*[a-zA-Z][a-zA-Z0-9]*\\s*=.*");
  private static final Pattern MOUNT = Pattern.compile("(?i)RUN\\s+(--\\S+\\s+)*--mount=.*");
  private static final Pattern HEREDOC =
      Pattern.compile(
          "(?i)(RUN|COPY|ADD)\\s(?:.*\\s)?<<-?(['\"]?)([A-Za-z_][A-Za-z0-9_]*)\\2(?:\\s.*)?");

  private BuildKitSyntax() {}

  /**
   * Returns the first such instruction, for a message: {@code line 3: RUN --mount}; empty if the
   * classic builder can build all.
   */
  public static Optional<String> find(String dockerfile) {
    String[] lines = dockerfile.split("\r?\n", -1);
    String escape = escape(lines);
    StringBuilder instruction = new StringBuilder();
    int first = 0;
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i].strip();
      if (line.startsWith("#") || line.isEmpty() && !instruction.isEmpty()) {
        continue;
      }
      if (instruction.isEmpty()) {
        first = i + 1;
      }
      boolean continues = line.endsWith(escape);
      instruction.append(continues ? line.substring(0, line.length() - 1) : line);
      if (continues) {
        continue;
      }
      String found =
          feature(instruction.toString(), Arrays.asList(lines).subList(i + 1, lines.length));
      if (!found.isEmpty()) {
        return Optional.of("line " + first + ": " + found);
      }
      instruction.setLength(0);
    }
    return Optional.empty();
  }

  /** Returns the character that continues a line, which a directive at the top can change. */
  private static String escape(String[] lines) {
    for (String line : lines) {
      String text = line.strip();
      if (ESCAPE.matcher(text).matches()) {
        return "`";
      }
      if (!DIRECTIVE.matcher(text).matches()) {
        break;
      }
    }
    return "\\";
  }

  /**
   * Returns the feature that an instruction uses; empty text if the classic builder has it.
   *
   * @param below the lines below the instruction, one of which ends a heredoc
   */
  private static String feature(String instruction, List<String> below) {
    if (MOUNT.matcher(instruction).matches()) {
      return "RUN --mount";
    }
    Matcher here = HEREDOC.matcher(instruction);
    return here.matches() && below.stream().anyMatch(line -> line.strip().equals(here.group(3)))
        ? here.group(1).toUpperCase(Locale.ROOT) + " with a heredoc"
        : "";
  }
}
