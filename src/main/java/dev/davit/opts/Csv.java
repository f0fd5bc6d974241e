package dev.davit.opts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;

/**
 * Parses one record of comma-separated values, such as the value of {@code --mount}: fields in
 * double quotes may contain commas and doubled quotes. Errors are those of Go's encoding/csv.
 */
final class Csv {
  private final String text;
  private final List<String> fields = new ArrayList<>();
  private int at;

  private Csv(String text) {
    this.text = text;
  }

  /**
   * Parses a record.
   *
   * @throws IllegalArgumentException with Go's message
   */
  static List<String> parse(String text) {
    String record = firstLine(text);
    Csv csv = new Csv(record);
    do {
      csv.field();
    } while (csv.at <= record.length());
    return csv.fields;
  }

  /** Formats a field, with quotes if it contains special characters. */
  static String field(String value) {
    boolean plain = value.indexOf(',') < 0 && value.indexOf('"') < 0 && value.indexOf('\n') < 0;
    return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
  }

  /** Returns the first line that is not blank; the lines after it are ignored. */
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

  /** Reads a field and the comma after it. */
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

  /** Creates an error with a column, which Go counts in bytes from 1. */
  private IllegalArgumentException wrong(int index, String problem) {
    int column = text.substring(0, index).getBytes(UTF_8).length + 1;
    return new IllegalArgumentException("parse error on line 1, column " + column + ": " + problem);
  }
}
