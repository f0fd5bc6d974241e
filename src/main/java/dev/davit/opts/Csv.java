package dev.davit.opts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;

/**
 * One record of comma-separated values, such as {@code --mount} takes: a field in double quotes may
 * hold commas, and doubled quotes. Read and refused as Go's encoding/csv does.
 */
final class Csv {
  private final String text;
  private final List<String> fields = new ArrayList<>();
  private int at;

  private Csv(String text) {
    this.text = text;
  }

  /** Throws IllegalArgumentException with Go's message. */
  static List<String> parse(String text) {
    String record = firstLine(text);
    Csv csv = new Csv(record);
    do {
      csv.field();
    } while (csv.at <= record.length());
    return csv.fields;
  }

  /** A field as it is typed: in quotes where it holds what would end it. */
  static String field(String value) {
    boolean plain = value.indexOf(',') < 0 && value.indexOf('"') < 0 && value.indexOf('\n') < 0;
    return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
  }

  /** Blank lines before the record are skipped, lines after it are not looked at. */
  private static String firstLine(String text) {
    String rest = text.replace("\r\n", "\n");
    while (rest.startsWith("\n")) {
      rest = rest.substring(1);
    }
    if (rest.isEmpty()) {
      throw new IllegalArgumentException("EOF");
    }
    boolean quoted = false;
    for (int i = 0; i < rest.length(); i++) {
      quoted ^= rest.charAt(i) == '"';
      if (rest.charAt(i) == '\n' && !quoted) {
        return rest.substring(0, i);
      }
    }
    return rest;
  }

  /** Reads a field and steps over the comma after it. */
  private void field() {
    if (at < text.length() && text.charAt(at) == '"') {
      quoted();
      return;
    }
    int comma = text.indexOf(',', at);
    int end = comma < 0 ? text.length() : comma;
    int quote = text.indexOf('"', at);
    if (quote >= 0 && quote < end) {
      throw wrong(quote, "bare \" in non-quoted-field");
    }
    fields.add(text.substring(at, end));
    at = end + 1;
  }

  private void quoted() {
    StringBuilder field = new StringBuilder();
    int from = at + 1;
    while (true) {
      int quote = text.indexOf('"', from);
      if (quote < 0) {
        throw wrong(text.length(), "extraneous or missing \" in quoted-field");
      }
      field.append(text, from, quote);
      if (text.startsWith("\"\"", quote)) {
        field.append('"');
        from = quote + 2;
        continue;
      }
      if (quote + 1 < text.length() && text.charAt(quote + 1) != ',') {
        throw wrong(quote, "extraneous or missing \" in quoted-field");
      }
      fields.add(field.toString());
      at = quote + 2;
      return;
    }
  }

  /** Go counts columns in bytes, from 1. */
  private IllegalArgumentException wrong(int index, String problem) {
    int column = text.substring(0, index).getBytes(UTF_8).length + 1;
    return new IllegalArgumentException("parse error on line 1, column " + column + ": " + problem);
  }
}
