package dev.davit.json;

import java.io.ByteArrayOutputStream;

/**
 * Indents JSON by four spaces per level and changes nothing else: numbers, escapes and unknown
 * fields stay as the engine sent them. Mirrors Go's {@code json.Indent}.
 */
public final class JsonIndent {
  private static final int WIDTH = 4;

  private final byte[] json;
  private final ByteArrayOutputStream out;
  private final boolean compact;
  private int depth;

  private JsonIndent(byte[] json, boolean compact) {
    this.json = json;
    this.compact = compact;
    this.out = new ByteArrayOutputStream(json.length * 2);
  }

  public static byte[] indent(byte[] json) {
    return new JsonIndent(json, false).layOut();
  }

  /** Removes all white space between values. */
  public static byte[] compact(byte[] json) {
    return new JsonIndent(json, true).layOut();
  }

  private byte[] layOut() {
    all();
    return out.toByteArray();
  }

  private void all() {
    int i = 0;
    while (i < json.length) {
      byte b = json[i];
      switch (b) {
        case '"' -> i = copyString(i);
        case '{', '[' -> i = open(i);
        case '}', ']' -> {
          depth--;
          newLine();
          out.write(b);
        }
        case ',' -> {
          out.write(b);
          newLine();
        }
        case ':' -> {
          out.write(b);
          if (!compact) {
            out.write(' ');
          }
        }
        default -> {
          if (!isSpace(b)) {
            out.write(b);
          }
        }
      }
      i++;
    }
  }

  /** Copies a string from its opening quote; returns the index of the closing quote. */
  private int copyString(int from) {
    int i = from + 1;
    while (i < json.length && json[i] != '"') {
      i += json[i] == '\\' ? 2 : 1;
    }
    int to = Math.min(i, json.length - 1);
    out.write(json, from, to + 1 - from);
    return to;
  }

  /**
   * Copies the opening bracket of an object or array, and the closing one if it is empty; returns
   * the index of the last character copied.
   */
  private int open(int at) {
    out.write(json[at]);
    int next = at + 1;
    while (next < json.length && isSpace(json[next])) {
      next++;
    }
    if (next < json.length && (json[next] == '}' || json[next] == ']')) {
      out.write(json[next]);
      return next;
    }
    depth++;
    newLine();
    return at;
  }

  private void newLine() {
    if (compact) {
      return;
    }
    out.write('\n');
    for (int i = depth * WIDTH; i > 0; i--) {
      out.write(' ');
    }
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\n' || b == '\t' || b == '\r';
  }
}
