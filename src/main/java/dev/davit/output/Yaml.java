package dev.davit.output;

import dev.davit.text.GoQuote;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes values of maps, lists, texts, numbers, booleans and null as YAML that readers of YAML 1.1
 * and 1.2 read alike: in block style, with double quotes unless a text is surely plain.
 */
final class Yaml {
  /** Characters that have no meaning in a plain text, besides letters and digits. */
  private static final String SAFE = "_./@+(),;=-";

  /** Texts that readers of YAML 1.1 take for booleans or null, in lower case. */
  private static final Set<String> WORDS =
      Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");

  /** The largest size of a key without a question mark in front; YAML allows 1,024 characters. */
  private static final int MAX_KEY = 1000;

  private final StringBuilder out = new StringBuilder();

  private Yaml() {}

  /** Returns a value as a document, with a line end. */
  static String text(@Nullable Object value) {
    Yaml yaml = new Yaml();
    if (isNested(value)) {
      yaml.nested(value, 0, false);
    } else {
      yaml.scalar(value);
      yaml.out.append('\n');
    }
    return yaml.out.toString();
  }

  /** Whether a value takes lines of its own. */
  private static boolean isNested(@Nullable Object value) {
    return value instanceof Map<?, ?> map && !map.isEmpty()
        || value instanceof List<?> list && !list.isEmpty();
  }

  /**
   * Writes a list or a map that is not empty.
   *
   * @param started whether the first line already has its indentation
   */
  private void nested(@Nullable Object value, int depth, boolean started) {
    boolean indented = started;
    if (value instanceof List<?> list) {
      for (Object each : list) {
        indent(indented ? 0 : depth);
        out.append("- ");
        element(each, depth);
        indented = false;
      }
    } else if (value instanceof Map<?, ?> map) {
      for (Map.Entry<?, ?> each : map.entrySet()) {
        indent(indented ? 0 : depth);
        member(String.valueOf(each.getKey()), each.getValue(), depth);
        indented = false;
      }
    }
  }

  private void element(@Nullable Object value, int depth) {
    if (isNested(value)) {
      nested(value, depth + 1, true);
    } else {
      scalar(value);
      out.append('\n');
    }
  }

  private void member(String key, @Nullable Object value, int depth) {
    String written = text(key);
    if (written.length() > MAX_KEY) {
      out.append("? ").append(written).append('\n');
      indent(depth);
    } else {
      out.append(written);
    }
    out.append(':');
    if (isNested(value)) {
      out.append('\n');
      nested(value, depth + 1, false);
    } else {
      out.append(' ');
      scalar(value);
      out.append('\n');
    }
  }

  private void indent(int depth) {
    out.repeat("  ", depth);
  }

  private void scalar(@Nullable Object value) {
    switch (value) {
      case null -> out.append("null");
      case String text -> out.append(text(text));
      case Map<?, ?> map -> out.append("{}");
      case List<?> list -> out.append("[]");
      default -> out.append(number(JsonValues.compact(value)));
    }
  }

  /** Returns a number or boolean; an exponent with a fraction and a sign, as YAML 1.1 has it. */
  private static String number(String json) {
    int exponent = Math.max(json.indexOf('e'), json.indexOf('E'));
    if (exponent < 0 || !Character.isDigit(json.charAt(exponent - 1))) {
      return json; // no exponent, or true or false
    }
    String fraction = json.indexOf('.') < 0 ? ".0" : "";
    String sign = Character.isDigit(json.charAt(exponent + 1)) ? "+" : "";
    return json.substring(0, exponent) + fraction + 'e' + sign + json.substring(exponent + 1);
  }

  private static String text(String text) {
    return isPlain(text) ? text : quoted(text);
  }

  /**
   * Whether a text cannot be read as another type, and has no characters with a meaning: a colon or
   * space only between others.
   */
  private static boolean isPlain(String text) {
    if (text.isEmpty() || !isLetter(text.charAt(0)) && "_/".indexOf(text.charAt(0)) < 0) {
      return false;
    }
    boolean safe = true;
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean between = c == ':' || c == ' ';
      if (between ? !safe : !isSafe(c)) {
        return false;
      }
      safe = !between;
    }
    return safe && !WORDS.contains(text.toLowerCase(Locale.ROOT));
  }

  private static boolean isSafe(char c) {
    return isLetter(c) || c >= '0' && c <= '9' || SAFE.indexOf(c) >= 0;
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '"', '\\' -> quoted.append('\\').append((char) c);
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                case '\r' -> quoted.append("\\r");
                default -> {
                  if (isPrinted(c)) {
                    quoted.appendCodePoint(c);
                  } else {
                    quoted.append("\\u").append(GoQuote.hex(c, 4));
                  }
                }
              }
            });
    return quoted.append('"').toString();
  }

  /** Whether YAML has the character without an escape; false for all kinds of line ends. */
  private static boolean isPrinted(int c) {
    return c >= ' ' && c < 0x7f
        || c >= 0xa0 && c < 0xd800 && c != 0x2028 && c != 0x2029
        || c >= 0xe000 && c < 0xfffe && c != 0xfeff
        || c >= 0x10000;
  }
}
