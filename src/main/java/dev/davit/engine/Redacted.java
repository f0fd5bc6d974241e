package dev.davit.engine;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is sent to an engine, without what may be secret: it is shown on a terminal, or kept. */
final class Redacted {
  static final String MASK = "***";

  /** Parts of the names of secrets. */
  private static final List<String> SECRET = List.of("pass", "secret", "token", "auth", "key");

  private Redacted() {}

  /** Masks the values of variables, and of all that is named like a secret. */
  static byte[] json(byte[] json) throws IOException {
    try (JsonParser parser = JsonReader.parser(json)) {
      parser.nextToken();
      Object tree = JsonTree.read(parser, JsonParser::getNumberValue);
      return tree instanceof Map<?, ?> object ? JsonBody.of(object(object)) : json;
    }
  }

  private static @Nullable Object value(String name, @Nullable Object value) {
    return switch (value) {
      case Map<?, ?> object -> object(object);
      case List<?> list -> list(name, list);
      case String text when isSecret(name) && !text.isEmpty() -> MASK;
      case null, default -> value;
    };
  }

  private static Map<String, @Nullable Object> object(Map<?, ?> object) {
    Map<String, @Nullable Object> redacted = new LinkedHashMap<>();
    object.forEach(
        (key, value) -> redacted.put(String.valueOf(key), value(String.valueOf(key), value)));
    return redacted;
  }

  private static List<@Nullable Object> list(String name, List<?> list) {
    List<@Nullable Object> redacted = new ArrayList<>();
    for (Object element : list) {
      redacted.add(name.equals("Env") ? variable(String.valueOf(element)) : value(name, element));
    }
    return redacted;
  }

  private static String variable(String text) {
    int equals = text.indexOf('=');
    return equals < 0 ? text : text.substring(0, equals + 1) + MASK;
  }

  private static boolean isSecret(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return SECRET.stream().anyMatch(lower::contains);
  }
}
