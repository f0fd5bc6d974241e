package dev.davit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The values of {@code flags/created.txt} that an engine refuses or changes: a table of {@code
 * flags}, whose lines are {@code ENGINES | refuses or changes | PATTERN | REASON}.
 */
final class SpecDifferences {
  private static final String REFUSES = "refuses";

  private final List<Difference> here = new ArrayList<>();
  private final Set<Difference> occurred = ConcurrentHashMap.newKeySet();

  private record Difference(String kind, Pattern pattern, String line) {}

  /** Reads the lines for an engine of a kind, docker or podman, and an API version. */
  static SpecDifferences read(String file, String kind, String apiVersion) throws IOException {
    SpecDifferences all = new SpecDifferences();
    int api = minor(apiVersion);
    for (String line : Files.readAllLines(Path.of("src/test/resources/flags", file))) {
      String[] parts = line.split(" \\| ", 4);
      if (!line.startsWith("#") && suits(parts[0], kind, api)) {
        all.here.add(new Difference(parts[1], Pattern.compile(parts[2]), line));
      }
    }
    return all;
  }

  /** Whether words such as {@code docker api<1.44} are true of an engine. */
  private static boolean suits(String engines, String kind, int api) {
    for (String word : engines.split(" ", -1)) {
      boolean is =
          word.equals("all")
              || word.equals(kind)
              || word.startsWith("api<") && api < minor(word.substring("api<".length()))
              || word.startsWith("api>=") && api >= minor(word.substring("api>=".length()));
      if (!is) {
        return false;
      }
    }
    return true;
  }

  private static int minor(String version) {
    return Integer.parseInt(version.substring(version.indexOf('.') + 1));
  }

  /** Whether the engine, or davit because of its version, is known to refuse a container so. */
  boolean isRefusal(String message) {
    return is(difference -> difference.kind.equals(REFUSES), message);
  }

  /** Whether a value is known to change. */
  boolean isChange(String change) {
    return is(difference -> !difference.kind.equals(REFUSES), change);
  }

  private boolean is(Predicate<Difference> kind, String text) {
    List<Difference> found =
        here.stream().filter(kind).filter(each -> each.pattern.matcher(text).find()).toList();
    occurred.addAll(found);
    return !found.isEmpty();
  }

  /** The lines of the table for this engine that did not occur. */
  List<String> absent() {
    return here.stream().filter(each -> !occurred.contains(each)).map(Difference::line).toList();
  }
}
