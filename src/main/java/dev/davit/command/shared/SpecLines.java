package dev.davit.command.shared;

import dev.davit.cli.flags.ContainerFlags;
import dev.davit.create.DescribedContainer;
import dev.davit.engine.model.ContainerSpec;
import dev.davit.terminal.TextStyle;
import dev.davit.text.ShellWord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The spec of a container as lines: usually its options, its image and its command. */
public final class SpecLines {
  private final List<String> lines;
  private final List<String> shown;

  /**
   * Creates lines.
   *
   * @param lines the lines that {@link #difference} compares; a name precedes {@code =}, {@code :}
   *     or a space
   * @param shown the lines that it prints instead
   */
  public SpecLines(List<String> lines, List<String> shown) {
    this.lines = lines;
    this.shown = shown;
  }

  /**
   * Returns the lines of a container.
   *
   * @param showsSecrets whether {@link #difference} prints probable secrets, which it compares
   */
  public static SpecLines of(DescribedContainer container, boolean showsSecrets)
      throws IOException {
    List<String> lines = lines(container.spec());
    List<String> masked = showsSecrets ? lines : lines(container.masked().spec());
    return new SpecLines(lines, masked.size() == lines.size() ? masked : lines);
  }

  private static List<String> lines(ContainerSpec spec) {
    List<String> lines = new ArrayList<>();
    ContainerFlags.fromSpec(spec).forEach(option -> lines.add(ShellWord.of(option)));
    lines.add("IMAGE " + Objects.requireNonNullElse(spec.config.image, ""));
    if (spec.config.cmd != null && !spec.config.cmd.isEmpty()) {
      lines.add(
          "COMMAND "
              + spec.config.cmd.stream().map(ShellWord::of).collect(Collectors.joining(" ")));
    }
    return lines;
  }

  /**
   * Returns the lines that only one of two containers has: with {@code -} those of this one, with
   * {@code +} those of the other one; empty if they are equal.
   */
  public List<String> difference(SpecLines other, boolean colors) {
    List<String> removed = onlyIn(this, other);
    List<String> added = onlyIn(other, this);
    Set<String> names = new LinkedHashSet<>();
    lines.forEach(line -> names.add(nameOf(line)));
    other.lines.forEach(line -> names.add(nameOf(line)));
    List<String> all = new ArrayList<>();
    for (String name : names) {
      add(all, name, removed, "- ", colors ? TextStyle.ofRemoved() : TextStyle.PLAIN);
      add(all, name, added, "+ ", colors ? TextStyle.ofAdded() : TextStyle.PLAIN);
    }
    return all;
  }

  private static List<String> onlyIn(SpecLines one, SpecLines other) {
    List<String> rest = new ArrayList<>(other.lines);
    List<String> only = new ArrayList<>();
    for (int i = 0; i < one.lines.size(); i++) {
      if (!rest.remove(one.lines.get(i))) {
        only.add(one.shown.get(i));
      }
    }
    return only;
  }

  private static void add(
      List<String> all, String name, List<String> lines, String sign, TextStyle style) {
    for (String line : lines) {
      if (nameOf(line).equals(name)) {
        all.add(style.begin() + sign + line + style.end());
      }
    }
  }

  /** The name of the option of a line, or its first word. */
  private static String nameOf(String line) {
    return line.split("[=: ]", 2)[0].replace("'", "");
  }
}
