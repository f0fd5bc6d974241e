package dev.davit.logs.line;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.davit.json.JsonBinding;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the level of a line: in JSON, in logfmt ({@code level=warn}), as priority of syslog ({@code
 * <4>}), as letter of klog ({@code W0102 15:04:05}), or as a word near the begin: in capitals, in
 * brackets or before a colon.
 */
final class SeverityReader {
  /** The keys of common libraries. */
  private static final Set<String> KEYS =
      Set.of(
          "level",
          "lvl",
          "severity",
          "severity_text",
          "levelname",
          "log.level",
          "loglevel",
          "log_level",
          "@l",
          "@level");

  /** The number of bytes in which a level is searched. */
  private static final int BEGIN = 160;

  private SeverityReader() {}

  /** Returns the level of a line; null if it has none. */
  static @Nullable Severity of(byte[] line) {
    int first = 0;
    while (first < line.length && line[first] == ' ') {
      first++;
    }
    if (first < line.length && line[first] == '{') {
      Severity level = ofJson(line);
      if (level != null) {
        return level;
      }
    }
    String begin = new String(line, first, Math.min(BEGIN, line.length - first), ISO_8859_1);
    Severity level = ofPrefix(begin);
    return level == null ? ofWords(begin, line.length - first <= BEGIN) : level;
  }

  private static @Nullable Severity ofJson(byte[] line) {
    try (JsonParser parser = JsonBinding.parser(line)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String key = parser.currentName();
        JsonToken value = parser.nextToken();
        if (KEYS.contains(key.toLowerCase(Locale.ROOT))) {
          Severity level =
              value.isNumeric()
                  ? Severity.ofNumber(parser.getDoubleValue())
                  : Severity.of(String.valueOf(parser.getText()));
          if (level != null) {
            return level;
          }
        }
        parser.skipChildren();
      }
    } catch (IOException e) {
      // not JSON
    }
    return null;
  }

  /** Reads a priority of syslog or a letter of klog. */
  private static @Nullable Severity ofPrefix(String text) {
    int close = text.startsWith("<") ? text.indexOf('>') : -1;
    if (close > 1 && close <= 4 && areDigits(text, 1, close)) {
      return Severity.ofPriority(Integer.parseInt(text, 1, close, 10));
    }
    if (text.length() > 8 && text.charAt(5) == ' ' && areDigits(text, 1, 5)) {
      return switch (text.charAt(0)) {
        case 'I' -> Severity.INFO;
        case 'W' -> Severity.WARN;
        case 'E' -> Severity.ERROR;
        case 'F' -> Severity.FATAL;
        default -> null;
      };
    }
    return null;
  }

  private static boolean areDigits(String text, int begin, int end) {
    for (int i = begin; i < end; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /**
   * Reads each word.
   *
   * @param whole whether the text is the whole line, so that its last word is not cut
   */
  private static @Nullable Severity ofWords(String text, boolean whole) {
    int begin = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean inWord = i < text.length() && isWordCharacter(text.charAt(i));
      if (inWord && begin < 0) {
        begin = i;
      } else if (!inWord && begin >= 0) {
        Severity level = i < text.length() || whole ? ofWord(text, begin, i) : null;
        if (level != null) {
          return level;
        }
        begin = -1;
      }
    }
    return null;
  }

  private static @Nullable Severity ofWord(String text, int begin, int end) {
    if (end - begin < 3 || end - begin > "informational".length()) {
      return null;
    }
    String word = text.substring(begin, end);
    char before = begin == 0 ? ' ' : text.charAt(begin - 1);
    char after = end == text.length() ? ' ' : text.charAt(end);
    boolean marked =
        word.equals(word.toUpperCase(Locale.ROOT))
            || before == '[' && after == ']'
            || after == ':'
            || isValue(text, begin);
    return marked ? Severity.of(word) : null;
  }

  /** Whether a word is the value of a key such as {@code level=}, possibly in quotes. */
  private static boolean isValue(String text, int begin) {
    int end = begin > 0 && text.charAt(begin - 1) == '"' ? begin - 1 : begin;
    if (end == 0 || text.charAt(end - 1) != '=') {
      return false;
    }
    int key = text.lastIndexOf(' ', end - 1) + 1;
    return KEYS.contains(text.substring(key, end - 1).toLowerCase(Locale.ROOT));
  }

  private static boolean isWordCharacter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
  }
}
