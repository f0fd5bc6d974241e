package dev.davit.build;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The patterns of {@code .dockerignore}: the last one that matches a path, or a directory above it,
 * decides. Mirrors moby's patternmatcher. Paths are raw names relative to the context.
 */
final class IgnoreRules {
  private final List<IgnorePattern> patterns;

  private IgnoreRules(List<IgnorePattern> patterns) {
    this.patterns = patterns;
  }

  /**
   * Reads the rules of a context.
   *
   * @throws IOException in docker's words if the file cannot be read or a pattern is invalid
   */
  static IgnoreRules read(Path context) throws IOException {
    return of(IgnoreFile.read(context));
  }

  static IgnoreRules of(List<IgnoreLine> lines) throws IOException {
    List<IgnorePattern> patterns = new ArrayList<>();
    for (IgnoreLine line : lines) {
      try {
        patterns.add(IgnorePattern.parse(line));
      } catch (IllegalArgumentException e) {
        throw new IOException(
            "error checking context: "
                + e.getMessage()
                + ": line "
                + line.number()
                + " of .dockerignore: "
                + line.shown(),
            e);
      }
    }
    return new IgnoreRules(patterns);
  }

  /**
   * Returns rules that ignore neither {@code .dockerignore} nor the Dockerfile, which the engine
   * needs and then removes.
   *
   * @param dockerfile the path of the Dockerfile; null if it is not a file of the context
   */
  IgnoreRules sending(@Nullable String dockerfile) {
    IgnoreRules rules = this;
    for (String path : Arrays.asList(IgnoreFile.NAME, dockerfile)) {
      if (path != null && rules.ignoresBuildFile(path)) {
        List<IgnorePattern> more = new ArrayList<>(rules.patterns);
        more.add(IgnorePattern.exception(path));
        rules = new IgnoreRules(more);
      }
    }
    return rules;
  }

  /** Checks, as docker, one of the directories above the path: the one as deep as the pattern. */
  private boolean ignoresBuildFile(String path) {
    String[] names = path.split("/", -1);
    boolean ignored = false;
    for (IgnorePattern pattern : patterns) {
      if (pattern.line().isException() == ignored) {
        int depth = pattern.depth();
        boolean matches =
            pattern.matches(path)
                || depth < names.length
                    && pattern.matches(String.join("/", Arrays.copyOf(names, depth)));
        ignored ^= matches;
      }
    }
    return ignored;
  }

  /** Whether an exception is for a path below an ignored directory, so that it must be walked. */
  boolean excepts(String directory) {
    return patterns.stream()
        .anyMatch(
            pattern ->
                pattern.line().isException() && (pattern.text() + '/').startsWith(directory + '/'));
  }

  /**
   * Matches a path, given the result for the directory that contains it.
   *
   * @param above null for a path at the top of the context
   */
  Match match(String path, @Nullable Match above) {
    boolean[] matched = new boolean[patterns.size()];
    boolean ignored = false;
    IgnoreLine decisive = null;
    for (int i = 0; i < matched.length; i++) {
      IgnorePattern pattern = patterns.get(i);
      matched[i] = above != null && above.matched[i];
      if (!matched[i] && pattern.line().isException() == ignored) {
        matched[i] = pattern.matches(path);
      }
      if (matched[i]) {
        ignored = !pattern.line().isException();
        decisive = pattern.line();
      }
    }
    return new Match(matched, ignored, decisive);
  }

  /**
   * The result for a path.
   *
   * @param matched whether each pattern matches the path or a directory above it
   * @param decisive the last line that matches; null if none does
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Match(boolean[] matched, boolean isIgnored, @Nullable IgnoreLine decisive) {}
}
