package dev.davit;

import dev.davit.Transcript.Block;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The flags of a row of the wire files, to be combined with flags of other rows.
 *
 * @param script the files that the flags name, and the engine's responses
 * @param variables the environment variables of the command
 * @param isGood whether docker accepts the flags
 */
record WireFlags(
    String verb, List<String> script, List<String> variables, List<String> words, boolean isGood) {
  private static final Set<String> VERBS = Set.of("create", "run", "update", "exec");

  /** The arguments after the flags. */
  private static final Set<String> ARGUMENTS = Set.of("busybox", "c", "a");

  /** The characters that damage a value. */
  private static final String SIGNS = ":,=/-. 0a1Z\"@";

  static List<WireFlags> ofAllRows(Path folder) throws IOException {
    List<WireFlags> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        Transcript rows = Transcript.read(file);
        rows.blocks().forEach(block -> addTo(all, rows.preamble(), block));
      }
    }
    return all;
  }

  /** Adds the flags of a block, except for davit's own rows and rows with another engine. */
  private static void addTo(List<WireFlags> all, Block preamble, Block block) {
    boolean special =
        block.lines().stream()
            .anyMatch(line -> line.startsWith("@ api ") || line.startsWith("@ POST /exec/"));
    if (block.command().isEmpty() || block.isOurs() || special) {
      return;
    }
    List<String> words = block.words();
    int program = words.indexOf("docker");
    String verb = program + 1 < words.size() ? words.get(program + 1) : "";
    List<String> rest = words.subList(Math.min(program + 2, words.size()), words.size());
    int end = 0;
    while (end < rest.size() && !ARGUMENTS.contains(rest.get(end))) {
      end++;
    }
    if (!VERBS.contains(verb) || end == 0 || end == rest.size() || rest.contains("--help")) {
      return;
    }
    all.add(
        new WireFlags(
            verb,
            Stream.concat(preamble.lines().stream(), block.lines().stream())
                .filter(line -> line.startsWith("@"))
                .toList(),
            words.subList(0, program),
            rest.subList(0, end),
            block.lines().stream().noneMatch(line -> line.matches("(1\\.\\d+ )?\\? \\d+"))));
  }

  /**
   * Combines rows to one row. With a {@code random}, values are damaged, except for detach keys,
   * which davit checks earlier than docker.
   */
  static Block block(List<WireFlags> rows, @Nullable Random random) {
    List<String> lines =
        new ArrayList<>(rows.stream().flatMap(row -> row.script.stream()).distinct().toList());
    List<String> words = new ArrayList<>();
    rows.forEach(row -> words.addAll(row.variables));
    words.add("docker");
    words.add(rows.getFirst().verb);
    for (WireFlags row : rows) {
      if (random == null || row.words.contains("--detach-keys")) {
        words.addAll(row.words);
      } else {
        row.words.forEach(word -> words.add(damaged(word, random)));
      }
    }
    words.addAll(
        switch (rows.getFirst().verb) {
          case "update" -> List.of("c");
          case "exec" -> List.of("c", "ls");
          default -> List.of("busybox", "ls");
        });
    lines.add("$ " + words.stream().map(WireFlags::quoted).collect(Collectors.joining(" ")));
    return new Block(lines);
  }

  private static String damaged(String word, Random random) {
    int place = word.startsWith("-") ? word.indexOf('=') + 1 : 0;
    boolean isName = word.startsWith("-") && place == 0;
    if (isName || word.isEmpty() || random.nextInt(3) > 0) {
      return word;
    }
    int at = place + random.nextInt(word.length() - place + 1);
    if (random.nextBoolean() && at < word.length()) {
      return word.substring(0, at) + word.substring(at + 1);
    }
    return word.substring(0, at)
        + SIGNS.charAt(random.nextInt(SIGNS.length()))
        + word.substring(at);
  }

  /** Quotes a word for {@link Transcript}. */
  private static String quoted(String word) {
    if (!word.isEmpty() && word.chars().noneMatch(c -> c == ' ' || c == '\'' || c == '"')) {
      return word;
    }
    return word.indexOf('\'') < 0 ? "'" + word + "'" : '"' + word.replace("\"", "") + '"';
  }

  /**
   * Whether davit and docker agree on the flags for an API version: older engines get a MAC address
   * in a different place.
   */
  boolean suits(String version) {
    return !version.equals("1.41")
        || words.stream().noneMatch(word -> word.contains("mac-address"));
  }
}
