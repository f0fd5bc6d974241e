package dev.davit.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * The comments and string literals of a Java source file.
 *
 * @param comments Javadoc, block comments and line comments without their delimiters; consecutive
 *     line comments are one comment
 * @param literals string literals and text blocks without their quotes, escapes unchanged
 */
record JavaSource(List<Part> comments, List<Part> literals) {

  /**
   * A part of the file.
   *
   * @param line the number of its first line
   */
  record Part(int line, String text) {}

  static JavaSource of(String source) {
    JavaSource found = new JavaSource(new ArrayList<>(), new ArrayList<>());
    int i = 0;
    while (i < source.length()) {
      i = found.next(source, i);
    }
    return found;
  }

  /** Reads the part that begins at an index, and returns the index behind it. */
  private int next(String source, int at) {
    if (source.startsWith("//", at)) {
      return lineComments(source, at);
    }
    if (source.startsWith("/*", at)) {
      int end = source.indexOf("*/", at);
      int begin = at + (source.startsWith("/**", at) ? 3 : 2);
      String text = source.substring(begin, end).replaceAll("\\n *\\*", "\n");
      comments.add(new Part(line(source, at), onOneLine(text)));
      return end + 2;
    }
    if (source.startsWith("\"\"\"", at)) {
      int end = source.indexOf("\"\"\"", at + 3);
      literals.add(new Part(line(source, at), source.substring(at + 3, end)));
      return end + 3;
    }
    char first = source.charAt(at);
    if (first == '"' || first == '\'') {
      int end = endOfQuoted(source, at);
      if (first == '"') {
        literals.add(new Part(line(source, at), source.substring(at + 1, end)));
      }
      return end + 1;
    }
    return at + 1;
  }

  private int lineComments(String source, int at) {
    StringBuilder text = new StringBuilder();
    int end = at;
    int next = at;
    while (source.startsWith("//", next)) {
      end = source.indexOf('\n', next);
      text.append(source, next + 2, end).append('\n');
      next = end + 1;
      while (next < source.length() && source.charAt(next) == ' ') {
        next++;
      }
    }
    comments.add(new Part(line(source, at), onOneLine(text.toString())));
    return end;
  }

  private static int endOfQuoted(String source, int at) {
    int end = at + 1;
    while (source.charAt(end) != source.charAt(at)) {
      end += source.charAt(end) == '\\' ? 2 : 1;
    }
    return end;
  }

  private static String onOneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private static int line(String source, int at) {
    return 1 + (int) source.substring(0, at).chars().filter(c -> c == '\n').count();
  }
}
