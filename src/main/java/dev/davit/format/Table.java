package dev.davit.format;

import java.util.List;
import java.util.stream.Stream;

/**
 * Aligns tab-separated cells as docker's tabwriter does: a column is at least ten characters wide,
 * has three spaces after its widest cell, and ends at a line without a cell for it. The last cell
 * of a line belongs to no column.
 */
public final class Table {
  private static final int MIN_WIDTH = 10;
  private static final int PADDING = 3;

  private final List<String[]> lines;
  private final int minWidth;
  private final int[][] widths;

  private Table(List<String[]> lines, int minWidth) {
    this.lines = lines;
    this.minWidth = minWidth;
    this.widths = lines.stream().map(cells -> new int[cells.length - 1]).toArray(int[][]::new);
  }

  /** Aligns a text whose lines all end with a line feed. */
  public static String layOut(CharSequence text) {
    return layOut(text, MIN_WIDTH);
  }

  /** Aligns a text with a minimum width of columns. */
  public static String layOut(CharSequence text, int minWidth) {
    String whole = text.toString();
    if (whole.isEmpty()) {
      return "";
    }
    String body = whole.endsWith("\n") ? whole.substring(0, whole.length() - 1) : whole;
    List<String[]> lines =
        Stream.of(body.split("\n", -1)).map(line -> line.split("\t", -1)).toList();
    return new Table(lines, minWidth).layOut();
  }

  private String layOut() {
    for (int line = 0; line < lines.size(); line++) {
      for (int column = 0; column < widths[line].length; column++) {
        if (widths[line][column] == 0) {
          widen(line, column);
        }
      }
    }
    StringBuilder out = new StringBuilder();
    for (int line = 0; line < lines.size(); line++) {
      String[] cells = lines.get(line);
      for (int column = 0; column < widths[line].length; column++) {
        out.append(cells[column]).repeat(' ', widths[line][column] - TextWidth.of(cells[column]));
      }
      out.append(cells[cells.length - 1]).append('\n');
    }
    return out.toString();
  }

  /** Sets the width of one column in the consecutive lines that have it. */
  private void widen(int first, int column) {
    int width = minWidth;
    int end = first;
    while (end < lines.size() && column < widths[end].length) {
      width = Math.max(width, TextWidth.of(lines.get(end)[column]) + PADDING);
      end++;
    }
    for (int line = first; line < end; line++) {
      widths[line][column] = width;
    }
  }
}
