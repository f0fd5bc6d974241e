package dev.davit;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The packages and their dependencies, drawn from the class files and package-info: a Mermaid graph
 * without the arrows that follow from others, and a table.
 */
final class PackagePicture {
  private static final String BEGIN = "<!-- packages: made by make docs -->\n";
  private static final String END = "<!-- end of packages -->";

  /** The packages that each package uses, named without the root, which is {@code Main}. */
  private final Map<String, Set<String>> uses = new TreeMap<>();

  private PackagePicture(List<Packages.Dependency> dependencies) {
    for (Packages.Dependency each : dependencies) {
      uses.computeIfAbsent(name(each.from()), from -> new TreeSet<>()).add(name(each.to()));
      uses.computeIfAbsent(name(each.to()), to -> new TreeSet<>());
    }
  }

  /** The text with the picture between its two marks, in place of the one there. */
  static String in(String text) throws IOException {
    int begin = text.indexOf(BEGIN) + BEGIN.length();
    PackagePicture picture = new PackagePicture(Packages.dependencies("-verbose:package"));
    return text.substring(0, begin)
        + picture.graph()
        + picture.table()
        + text.substring(text.indexOf(END, begin));
  }

  private static String name(String suffix) {
    return suffix.isEmpty() ? "Main" : suffix.substring(1);
  }

  private String graph() {
    StringBuilder graph = new StringBuilder("```mermaid\nflowchart TD\n");
    for (Map.Entry<String, Set<String>> each : uses.entrySet()) {
      for (String used : each.getValue()) {
        if (each.getValue().stream().noneMatch(other -> reaches(other, used))) {
          graph.append("  ").append(each.getKey()).append(" --> ").append(used).append('\n');
        }
      }
    }
    return graph.append("```\n\n").toString();
  }

  private boolean reaches(String from, String to) {
    return !from.equals(to)
        && uses.getOrDefault(from, Set.of()).stream()
            .anyMatch(next -> next.equals(to) || reaches(next, to));
  }

  private String table() throws IOException {
    StringBuilder table = new StringBuilder("| package | contents |\n|---|---|\n");
    for (String name : topDown()) {
      if (!name.equals("Main")) {
        table.append("| `").append(name).append("` | ").append(sentence(name)).append(" |\n");
      }
    }
    return table.toString();
  }

  /** All packages, each before the packages that it uses. */
  private List<String> topDown() {
    List<String> done = new ArrayList<>();
    uses.keySet().forEach(name -> add(name, done));
    return done.reversed();
  }

  private void add(String name, List<String> done) {
    if (!done.contains(name)) {
      uses.getOrDefault(name, Set.of()).forEach(used -> add(used, done));
      done.add(name);
    }
  }

  /** The first sentence of its package-info. */
  private static String sentence(String name) throws IOException {
    String info =
        Files.readString(
            Packages.SOURCES
                .resolve("dev/davit")
                .resolve(name.replace('.', '/'))
                .resolve("package-info.java"));
    String comment = info.substring(info.indexOf("/**") + 3, info.indexOf("*/"));
    String text =
        comment.replaceAll("\\s*\\n \\*\\s*", " ").replaceAll("\\{@\\w+ (.*?)}", "`$1`").strip();
    return text.replaceFirst("(?s)\\. .*", ".");
  }
}
