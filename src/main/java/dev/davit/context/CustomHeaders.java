package dev.davit.context;

import dev.davit.config.ConfigException;
import dev.davit.text.GoQuote;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The headers that a user adds to every request: DOCKER_CUSTOM_HEADERS, a line of CSV, or else
 * HttpHeaders of config.json (cli/command/cli_options.go).
 */
final class CustomHeaders {
  private static final String VARIABLE = "DOCKER_CUSTOM_HEADERS";
  private static final String FROM_VARIABLE =
      "custom headers from " + VARIABLE + " environment variable: ";

  private CustomHeaders() {}

  /**
   * Returns the headers by canonical name, without the ones that docker sets itself.
   *
   * @throws ConfigException if the variable or a header cannot be used
   */
  static Map<String, String> resolve(Map<String, String> env, Map<String, String> configured) {
    String line = env.getOrDefault(VARIABLE, "");
    if (line.isEmpty() && configured.isEmpty()) {
      return Map.of();
    }
    Map<String, String> headers = new TreeMap<>();
    if (line.isEmpty()) {
      configured.forEach((name, value) -> add(headers, name, value));
    } else {
      fields(line).forEach(field -> addField(headers, field));
    }
    headers.remove("User-Agent");
    headers.remove("Host");
    return headers;
  }

  private static void addField(Map<String, String> headers, String field) {
    int equals = field.indexOf('=');
    String name = (equals < 0 ? field : field.substring(0, equals)).strip();
    if (name.isEmpty()) {
      throw new ConfigException(
          "failed to set "
              + FROM_VARIABLE
              + "value contains a key=value pair with an empty key: '"
              + field
              + "'");
    }
    if (equals < 0) {
      throw new ConfigException(
          "failed to set " + FROM_VARIABLE + "missing \"=\" in key=value pair: '" + field + "'");
    }
    add(headers, name, field.substring(equals + 1));
  }

  private static void add(Map<String, String> headers, String name, String value) {
    if (name.isEmpty() || !name.chars().allMatch(CustomHeaders::isToken)) {
      throw new ConfigException("net/http: invalid header field name " + GoQuote.quote(name));
    }
    String canonical = canonical(name);
    if (value.chars().anyMatch(c -> (c < ' ' && c != '\t') || c == 0x7f)) {
      throw new ConfigException(
          "net/http: invalid header field value for " + GoQuote.quote(canonical));
    }
    headers.put(canonical, value.strip());
  }

  private static boolean isToken(int c) {
    return c < 0x80 && (Character.isLetterOrDigit(c) || "!#$%&'*+-.^_`|~".indexOf(c) >= 0);
  }

  /** Returns a name as Go writes it: {@code content-TYPE} becomes {@code Content-Type}. */
  private static String canonical(String name) {
    StringBuilder canonical = new StringBuilder(name.toLowerCase(Locale.ROOT));
    for (int i = 0; i < canonical.length(); i++) {
      if (i == 0 || canonical.charAt(i - 1) == '-') {
        canonical.setCharAt(i, Character.toUpperCase(canonical.charAt(i)));
      }
    }
    return canonical.toString();
  }

  /** Returns the fields of a CSV text's first record; docker ignores further records. */
  private static List<String> fields(String csv) {
    String text = csv.replace("\r\n", "\n");
    int at = 0;
    while (at < text.length() && text.charAt(at) == '\n') {
      at++;
    }
    List<String> fields = new ArrayList<>();
    if (at == text.length()) {
      throw malformed();
    }
    while (true) {
      StringBuilder field = new StringBuilder();
      at = field(text, at, field);
      fields.add(field.toString());
      if (at == text.length() || text.charAt(at) == '\n') {
        return fields;
      }
      at++;
    }
  }

  /** Reads a field; returns the index of its end: a comma, a line's end or the text's end. */
  private static int field(String text, int start, StringBuilder field) {
    boolean quoted = start < text.length() && text.charAt(start) == '"';
    int at = quoted ? start + 1 : start;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (!quoted && (c == ',' || c == '\n')) {
        return at;
      }
      if (c == '"') {
        boolean doubled = quoted && text.startsWith("\"\"", at);
        if (!doubled) {
          return endOfQuoted(text, at + 1, quoted);
        }
        at++;
      }
      field.append(c);
      at++;
    }
    if (quoted) {
      throw malformed();
    }
    return at;
  }

  private static int endOfQuoted(String text, int at, boolean quoted) {
    boolean ends = at == text.length() || text.charAt(at) == ',' || text.charAt(at) == '\n';
    if (!quoted || !ends) {
      throw malformed();
    }
    return at;
  }

  private static ConfigException malformed() {
    return new ConfigException(
        "failed to parse "
            + FROM_VARIABLE
            + "value must be formatted as comma-separated key=value pairs");
  }
}
