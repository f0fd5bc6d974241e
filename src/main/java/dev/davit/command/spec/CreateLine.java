package dev.davit.command.spec;

import dev.davit.cli.flags.ContainerFlags;
import dev.davit.create.DescribedContainer;
import dev.davit.create.LaterNetworks;
import dev.davit.engine.model.ContainerConfig;
import dev.davit.engine.model.ContainerSpec;
import dev.davit.text.ShellWord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
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
    LaterNetworks later = LaterNetworks.takenFrom(container);
    List<String> unsaid = new ArrayList<>();
    StringBuilder text = new StringBuilder(joined(parts(container, unsaid), ShellWord::of, pretty));
    text.append('\n');
    Stream.of(container.remarks(), later.remarks(program, container), unsaid)
        .flatMap(List::stream)
        .forEach(remark -> text.append(comment(remark)));
    return text.toString();
  }

  /**
   * Returns the words of the command line, in groups that can be on lines of their own.
   *
   * @param unsaid receives a line for each value that the command line does not set
   */
  List<List<String>> parts(DescribedContainer container, List<String> unsaid) throws IOException {
    ContainerSpec spec = container.spec();
    boolean detached = verb.equals("run") && attachesNothing(spec.config);
    List<String> options = new ArrayList<>(ContainerFlags.fromSpec(spec));
    unsaid.addAll(UnsaidValues.of(spec, options, detached, container.osType()));
    if (detached) {
      options.addFirst("--detach");
    }
    if (!container.envFile().isEmpty()) {
      options.add("--env-file=" + container.envFile());
    }
    List<String> command = new ArrayList<>();
    command.add(Objects.requireNonNullElse(spec.config.image, ""));
    command.addAll(Objects.requireNonNullElse(spec.config.cmd, List.of()));
    List<List<String>> parts = new ArrayList<>();
    parts.add(List.of(program, verb));
    options.forEach(option -> parts.add(List.of(option)));
    parts.add(command);
    return parts;
  }

  /** Returns groups of quoted words as one line, or each group on a line of its own. */
  static String joined(List<List<String>> parts, UnaryOperator<String> quote, boolean pretty) {
    return parts.stream()
        .map(part -> part.stream().map(quote).collect(Collectors.joining(" ")))
        .collect(Collectors.joining(pretty ? " \\\n  " : " "));
  }

  /** Returns a remark as a comment, each line of it, so that no part of it is run. */
  static String comment(String remark) {
    return "# " + remark.replace("\n", "\n# ") + '\n';
  }

  private static boolean attachesNothing(ContainerConfig config) {
    return Stream.of(config.attachStdin, config.attachStdout, config.attachStderr)
        .noneMatch(Boolean.TRUE::equals);
  }
}
