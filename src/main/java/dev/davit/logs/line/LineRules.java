package dev.davit.logs.line;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules by which lines are shown.
 *
 * @param grep of which a line must match at least one, if any are given
 * @param exclude of which a line must match none
 * @param level the least level; null for lines of all levels
 * @param before the number of lines shown before a match
 * @param after the number of lines shown after a match
 */
public record LineRules(
    List<LinePattern> grep,
    List<LinePattern> exclude,
    @Nullable Severity level,
    boolean stdout,
    boolean stderr,
    int before,
    int after) {

  /** Whether lines are chosen by their text. */
  public boolean choose() {
    return !grep.isEmpty() || !exclude.isEmpty() || level != null;
  }

  /** Whether the lines around matches are shown, too. */
  boolean haveContext() {
    return before > 0 || after > 0;
  }
}
