package dev.davit;

import dev.davit.cli.flags.ContainerFlags;
import dev.davit.cli.flags.Flag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Values of the flags of {@code create} that engines accept: {@code flags/created.txt}.
 *
 * @param lines for each value the words of a command line, the last of which is the flag
 * @param refused the flags that no engine of the tests accepts, each with its reason
 */
record SpecSamples(List<List<String>> lines, Map<String, String> refused) {
  /** Arguments of the container's command that shells treat specially. */
  private static final List<String> ARGUMENTS =
      List.of("", " ", "a b", "it's", "$HOME `x` \\", "-x", "\n", "#", "*", "~", "é\t\"", "a=b;&|");

  /** Networks of the engine's own: no container with two of them starts. */
  private static final Set<String> PREDEFINED =
      Set.of(
          "--network=bridge",
          "--network=host",
          "--network=none",
          "--network=default",
          "--network=container:spec-db");

  private static final int MOST_FLAGS = 12;
  private static final int MOST_ARGUMENTS = 4;

  static SpecSamples read() throws IOException {
    List<List<String>> lines = new ArrayList<>();
    Map<String, String> refused = new TreeMap<>();
    for (String line : Files.readAllLines(Path.of("src/test/resources/flags/created.txt"))) {
      if (line.startsWith("! ")) {
        String[] parts = line.split(" ", 3);
        refused.put(parts[1], parts[2]);
      } else if (!line.startsWith("#")) {
        lines.add(words(line.replace("\\n", "\n")));
      }
    }
    return new SpecSamples(lines, refused);
  }

  private static List<String> words(String line) {
    if (line.startsWith("--")) {
      return List.of(line.split(" ", -1));
    }
    String[] parts = line.split(" ", 2);
    Flag<?> flag = Objects.requireNonNull(flags().get(name("--" + parts[0])));
    boolean isText = parts.length == 1 && !flag.isSwitch();
    return List.of("--" + parts[0] + (parts.length == 2 ? '=' + parts[1] : isText ? "=" : ""));
  }

  /** All flags of {@code create}, by name. */
  static Map<String, Flag<?>> flags() {
    return ContainerFlags.with(List.of()).stream()
        .collect(Collectors.toMap(Flag::name, flag -> flag, (one, other) -> one, TreeMap::new));
  }

  /** Returns the name of the flag in a word {@code --name=value}. */
  static String name(String word) {
    return word.substring(2).split("=", 2)[0];
  }

  /** Returns the flags that have values or a reason. */
  Set<String> covered() {
    Set<String> all = new TreeSet<>(refused.keySet());
    lines.forEach(words -> all.add(name(words.getLast())));
    return all;
  }

  /**
   * Returns a random command line of {@code create} without the container's name. Flags that cannot
   * be repeated occur once.
   */
  List<String> combination(Random random) {
    List<String> words = new ArrayList<>();
    Set<String> once = new HashSet<>();
    for (int i = random.nextInt(MOST_FLAGS); i >= 0; i--) {
      List<String> line = lines.get(random.nextInt(lines.size()));
      Set<String> single =
          line.stream()
              .map(word -> flags().get(name(word)))
              .filter(flag -> !flag.isRepeatable())
              .map(flag -> flag.target().name())
              .collect(Collectors.toCollection(HashSet::new));
      if (line.stream().anyMatch(PREDEFINED::contains)) {
        single.add(" network");
      }
      if (single.stream().noneMatch(once::contains)) {
        once.addAll(single);
        words.addAll(line);
      }
    }
    words.removeIf(word -> word.startsWith("--name="));
    return words;
  }

  /** Returns random arguments of the container's command. */
  static List<String> arguments(Random random) {
    return random
        .ints(random.nextInt(MOST_ARGUMENTS), 0, ARGUMENTS.size())
        .mapToObj(ARGUMENTS::get)
        .toList();
  }
}
