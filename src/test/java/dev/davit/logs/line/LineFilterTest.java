package dev.davit.logs.line;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests which lines are shown. Lines that begin with {@code !} are of standard error. */
final class LineFilterTest {
  private static final String LOG = "a b match1 c d e match2 f g";

  @ParameterizedTest(name = "-B {0} -A {1}")
  @CsvSource({
    "0, 0, match1 match2",
    "1, 0, b match1 --e match2",
    "0, 1, match1 c --match2 f",
    "1, 1, b match1 c --e match2 f",
    "1, 2, b match1 c d e match2 f g",
    "9, 9, a b match1 c d e match2 f g",
  })
  void context(int before, int after, String shown) {
    assertEquals(shown, shown(rules("match", null, null, before, after), 0, LOG));
  }

  @Test
  void theFirstMatchesCanBeSkipped() {
    assertEquals("e match2 f", shown(rules("match", null, null, 1, 1), 1, LOG));
    assertEquals("", shown(rules("match", null, null, 1, 1), 2, LOG));
  }

  @Test
  void anyOfGrepAndNoneOfExclude() {
    LineRules rules =
        new LineRules(patterns("a", "b"), patterns("ab", "x"), null, true, true, 0, 0);
    assertEquals("a b bb", shown(rules, 0, "a b ab ax c bb"));
  }

  @Test
  void streams() {
    assertEquals(
        "!b", shown(new LineRules(List.of(), List.of(), null, false, true, 0, 0), 0, "a !b"));
    assertEquals(
        "a", shown(new LineRules(List.of(), List.of(), null, true, false, 0, 0), 0, "a !b"));
  }

  @Test
  void linesWithoutALevelFollowTheLineBefore() {
    LineRules rules = rules(null, null, Severity.WARN, 0, 0);
    assertEquals(
        "WARN:1 trace1 !ERROR:2 trace2 !trace3",
        shown(rules, 0, "none INFO:0 at WARN:1 trace1 !ERROR:2 trace2 DEBUG:3 at !trace3"));
  }

  @Test
  void piecesFollowTheirBegin() {
    LineFilter filter = new LineFilter(rules("match", null, null, 1, 0));
    List<String> shown = new ArrayList<>();
    for (String each : "<long long> <match long>".split(" ", -1)) {
      byte[] text = each.getBytes(UTF_8);
      filter.accept(
          new LogLine(text, 0, false, each.startsWith("<"), each.endsWith(">"), false),
          line -> shown.add(new String(line.text(), UTF_8) + line.ends()));
    }
    assertEquals(List.of("<longtrue", "<matchfalse", "long>true"), shown);
  }

  /** Pieces are shown if their line is shown, also if the other stream has a line between them. */
  @Test
  void piecesFollowTheBeginInTheirStream() {
    assertEquals("!match", shownPieces("<long !match long>"));
    assertEquals("<match match>", shownPieces("<match !long match>"));
    assertEquals("!<match !match>", shownPieces("!<match <long !match> long>"));
  }

  private static String shownPieces(String log) {
    LineFilter filter = new LineFilter(rules("match", "long", null, 0, 0));
    List<String> shown = new ArrayList<>();
    for (String each : log.split(" ", -1)) {
      boolean stderr = each.startsWith("!");
      boolean begins = each.contains("<") || !each.contains(">");
      boolean ends = each.contains(">") || !each.contains("<");
      filter.accept(
          new LogLine(each.getBytes(UTF_8), 0, stderr, begins, ends, false),
          line -> shown.add(new String(line.text(), UTF_8)));
    }
    return String.join(" ", shown);
  }

  @Test
  void memoryOfLinesBeforeIsBounded() {
    LineFilter filter = new LineFilter(rules("match", null, null, 65_535, 0));
    for (int i = 0; i < 20; i++) {
      filter.accept(LogLine.whole(new byte[1 << 20], 0, false), line -> {});
    }
    List<LogLine> shown = new ArrayList<>();
    filter.accept(LogLine.whole("match".getBytes(UTF_8), 0, false), shown::add);
    assertEquals(1 + 3, shown.size());
    for (int i = 0; i < 65_535; i++) {
      filter.accept(LogLine.whole(new byte[] {'x'}, 0, false), line -> {});
    }
    shown.clear();
    filter.accept(LogLine.whole("match".getBytes(UTF_8), 0, false), shown::add);
    assertEquals(1 + 65_535, shown.size());
    assertEquals(false, shown.getFirst().afterGap());
  }

  private static LineRules rules(
      @Nullable String grep,
      @Nullable String exclude,
      @Nullable Severity level,
      int before,
      int after) {
    return new LineRules(patterns(grep), patterns(exclude), level, true, true, before, after);
  }

  private static List<LinePattern> patterns(@Nullable String... regexes) {
    return Stream.of(regexes).filter(each -> each != null).map(LinePattern::parse).toList();
  }

  private static String shown(LineRules rules, long skipped, String log) {
    LineFilter filter = new LineFilter(rules);
    filter.skip(skipped);
    List<String> shown = new ArrayList<>();
    for (String each : log.split(" ", -1)) {
      filter.accept(
          LogLine.whole(each.getBytes(UTF_8), 0, each.startsWith("!")),
          line -> shown.add((line.afterGap() ? "--" : "") + new String(line.text(), UTF_8)));
    }
    return String.join(" ", shown);
  }
}
