package dev.davit.command.spec;

import dev.davit.cli.flags.ContainerFlags;
import dev.davit.engine.model.ContainerConfig;
import dev.davit.engine.model.ContainerSpec;
import dev.davit.text.ShellWord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The shell command line that creates a container, and comments about what it lacks. */
final class CreateLine {
  private final String program;
  private final String verb;
  private final boolean pretty;

  /**
   * Creates the writer of command lines.
   *
   * @param program the name by which the program was called
   * @param verb {@code run} or {@code create}
   * @param pretty whether each option is on a line of its own
   */
  CreateLine(String program, String verb, boolean pretty) {
    this.program = program;
    this.verb = verb;
    this.pretty = pretty;
  }

  /** Returns the command line of a container, and a comment for each remark. */
  String text(DescribedContainer container) throws IOException {
    ContainerSpec spec = container.spec();
    LaterNetworks later = LaterNetworks.takenFrom(container);
    boolean detached = verb.equals("run") && attachesNothing(spec.config);
    List<String> options = new ArrayList<>(ContainerFlags.fromSpec(spec));
    List<String> unsaid = UnsaidValues.of(spec, options, detached, container.osType());
    if (detached) {
      options.addFirst("--detach");
    }
    StringBuilder text = new StringBuilder(line(options, spec)).append('\n');
    Stream.of(container.remarks(), later.remarks(program, container), unsaid)
        .flatMap(List::stream)
        .forEach(remark -> text.append(comment(remark)));
    return text.toString();
  }

  /** Returns a remark as a comment, each line of it, so that no part of it is run. */
  static String comment(String remark) {
    return "# " + remark.replace("\n", "\n# ") + '\n';
  }

  private static boolean attachesNothing(ContainerConfig config) {
    return Stream.of(config.attachStdin, config.attachStdout, config.attachStderr)
        .noneMatch(Boolean.TRUE::equals);
  }

  private String line(List<String> options, ContainerSpec spec) {
    List<String> parts = new ArrayList<>();
    parts.add(ShellWord.of(program) + ' ' + verb);
    options.forEach(option -> parts.add(ShellWord.of(option)));
    List<String> command = new ArrayList<>();
    command.add(Objects.requireNonNullElse(spec.config.image, ""));
    command.addAll(Objects.requireNonNullElse(spec.config.cmd, List.of()));
    parts.add(command.stream().map(ShellWord::of).collect(Collectors.joining(" ")));
    return String.join(pretty ? " \\\n  " : " ", parts);
  }
}
