package dev.davit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/** The packages and classes of davit and how they depend on each other, read from class files. */
final class Packages {
  static final Path SOURCES = Path.of("src/main/java");

  private static final Pattern DEPENDENCY =
      Pattern.compile("\\s+dev\\.davit(\\S*)\\s+-> dev\\.davit(\\S*)\\s.*");

  private Packages() {}

  /** That a package or class uses another of davit's; the names begin behind the root. */
  record Dependency(String from, String to) {}

  /** All dependencies, by {@code jdeps}; {@code -verbose:package} or {@code -verbose:class}. */
  static List<Dependency> dependencies(String level) {
    return jdeps(level, "-filter:none")
        .lines()
        .map(DEPENDENCY::matcher)
        .filter(Matcher::matches)
        .map(found -> new Dependency(found.group(1), found.group(2)))
        .filter(each -> !each.from.equals(each.to))
        .toList();
  }

  static String jdeps(String... options) {
    ToolProvider tool = ToolProvider.findFirst("jdeps").orElseThrow();
    StringWriter out = new StringWriter();
    List<String> args =
        Stream.concat(
                Stream.of("--multi-release", "base", "--ignore-missing-deps"),
                Stream.concat(Stream.of(options), Stream.of("target/classes")))
            .toList();
    assertEquals(
        0,
        tool.run(new PrintWriter(out), new PrintWriter(out), args.toArray(String[]::new)),
        out::toString);
    return out.toString();
  }
}
