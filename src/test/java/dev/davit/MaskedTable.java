package dev.davit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A table whose varying cells are masked. A column becomes as much wider or narrower as its longest
 * cell, so that the blanks between two columns are as many as they were.
 */
final class MaskedTable {
  private static final Pattern START = Pattern.compile("(?<= {3})[^ ]");

  private final List<String> lines;
  private final List<Integer> starts;
  private final UnaryOperator<String> mask;

  private MaskedTable(List<String> lines, UnaryOperator<String> mask) {
    this.lines = lines;
    this.starts = starts(lines);
    this.mask = mask;
  }

  /** Masks lines; where the first is not the header of a table, all of a line is one cell. */
  static List<String> of(List<String> lines, UnaryOperator<String> mask) {
    return new MaskedTable(lines, mask).masked();
  }

  /** Returns the columns' starts in the header, with three blanks before them in every line. */
  private static List<Integer> starts(List<String> lines) {
    List<Integer> starts = new ArrayList<>(List.of(0));
    Matcher start = START.matcher(lines.isEmpty() ? "" : lines.getFirst());
    while (start.find()) {
      int at = start.start();
      if (lines.stream().allMatch(line -> cut(line, at - 3, at).isBlank())) {
        starts.add(at);
      }
    }
    return starts;
  }

  private List<String> masked() {
    List<StringBuilder> masked = lines.stream().map(line -> new StringBuilder()).toList();
    for (int column = 0; column < starts.size(); column++) {
      int from = starts.get(column);
      int to = column + 1 < starts.size() ? starts.get(column + 1) : Integer.MAX_VALUE;
      List<String> cells = lines.stream().map(line -> cut(line, from, to)).toList();
      List<String> texts = cells.stream().map(String::stripTrailing).toList();
      List<String> shown = texts.stream().map(mask).toList();
      int change = longest(shown) - longest(texts);
      for (int i = 0; i < cells.size(); i++) {
        int blanks = cells.get(i).length() - texts.get(i).length();
        int wanted = blanks + change + texts.get(i).length() - shown.get(i).length();
        masked.get(i).append(shown.get(i)).repeat(' ', blanks == 0 ? 0 : Math.max(0, wanted));
      }
    }
    return masked.stream().map(StringBuilder::toString).toList();
  }

  private static String cut(String line, int from, int to) {
    return line.substring(Math.min(from, line.length()), Math.min(to, line.length()));
  }

  private static int longest(List<String> cells) {
    return cells.stream().mapToInt(String::length).max().orElse(0);
  }
}
