package dev.davit.logs.line;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the lines of one container that are shown, in their order, one at a time. Memory is
 * bounded: of the lines that could be shown before a match, only the last {@link #MOST_BYTES} are
 * kept.
 */
public final class LineFilter {
  private static final int MOST_BYTES = 4 << 20;

  /** The memory of a line besides its text. */
  private static final int LINE_BYTES = 48;

  private final LineRules rules;
  private final Deque<LogLine> before = new ArrayDeque<>();
  private final @Nullable Severity[] levels = new @Nullable Severity[2];
  private int beforeBytes;

  /** Whether the last line of each stream is shown: its pieces are, too. */
  private final boolean[] shown = new boolean[2];

  private boolean anyShown;
  private boolean gap;
  private int after;
  private long skipped;
  private long matches;

  public LineFilter(LineRules rules) {
    this.rules = rules;
  }

  /** The number of lines that matched. */
  public long matches() {
    return matches;
  }

  /** Leaves out the first matching lines, and all around them. */
  public void skip(long count) {
    skipped = count;
  }

  /** Reads the next line, and passes the lines that are shown now to a consumer. */
  public void accept(LogLine line, Consumer<LogLine> sink) {
    if (!(line.stderr() ? rules.stderr() : rules.stdout())) {
      return;
    }
    int stream = line.stderr() ? 1 : 0;
    if (!line.begins()) {
      if (shown[stream]) {
        sink.accept(line);
      }
      return;
    }
    boolean matching = !rules.choose() || matches(line);
    matches += matching ? 1 : 0;
    boolean wanted = matching && matches > skipped;
    shown[stream] = wanted || after > 0;
    if (wanted) {
      before.forEach(each -> show(each, sink));
      before.clear();
      beforeBytes = 0;
      show(line, sink);
      after = rules.after();
    } else if (after > 0) {
      after--;
      show(line, sink);
    } else {
      keep(line);
    }
  }

  private void show(LogLine line, Consumer<LogLine> sink) {
    sink.accept(gap && anyShown && rules.haveContext() ? line.behindGap() : line);
    gap = false;
    anyShown = true;
  }

  /** Keeps a line that could be shown before the next match. */
  private void keep(LogLine line) {
    if (rules.before() == 0) {
      gap = true;
      return;
    }
    before.addLast(line.cut());
    beforeBytes += size(line);
    while (before.size() > rules.before() || beforeBytes > MOST_BYTES) {
      gap = true;
      beforeBytes -= size(before.removeFirst());
    }
  }

  private static int size(LogLine line) {
    return LINE_BYTES + line.text().length;
  }

  private boolean matches(LogLine line) {
    VisibleText text = VisibleText.of(line.text());
    return isOfLevel(line, text)
        && (rules.grep().isEmpty() || isAnyIn(rules.grep(), text))
        && !isAnyIn(rules.exclude(), text);
  }

  private static boolean isAnyIn(Iterable<LinePattern> patterns, VisibleText text) {
    for (LinePattern pattern : patterns) {
      if (pattern.isIn(text)) {
        return true;
      }
    }
    return false;
  }

  /** A line without a level, as of a stack trace, has the level of the one before in its stream. */
  private boolean isOfLevel(LogLine line, VisibleText text) {
    Severity least = rules.level();
    if (least == null) {
      return true;
    }
    int stream = line.stderr() ? 1 : 0;
    Severity own = SeverityReader.of(text.bytes());
    levels[stream] = own == null ? levels[stream] : own;
    Severity level = levels[stream];
    return level != null && level.compareTo(least) >= 0;
  }
}
