package dev.davit.logs.view;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParser;
import dev.davit.json.JsonBinding;
import dev.davit.json.JsonIndent;
import dev.davit.json.JsonText;
import dev.davit.text.ControlBytes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * The values of {@code --json}: {@code pretty} indents lines that are JSON objects; else the values
 * of the given fields are shown instead. Other lines are shown unchanged.
 */
public final class JsonView {
  private static final String PRETTY = "pretty";

  private final List<String> fields;

  private JsonView(List<String> fields) {
    this.fields = fields;
  }

  /**
   * Parses {@code pretty}, or names of fields separated by commas.
   *
   * @throws IllegalArgumentException if a name is empty
   */
  public static JsonView parse(String text) {
    if (text.equals(PRETTY)) {
      return new JsonView(List.of());
    }
    List<String> fields = new ArrayList<>();
    for (String field : text.split(",", -1)) {
      if (field.isBlank()) {
        throw new IllegalArgumentException("must be 'pretty' or names of fields: ts,level,msg");
      }
      fields.add(field.strip());
    }
    return new JsonView(fields);
  }

  /** Returns what to show of a line, which can be several lines. */
  byte[] of(byte[] line) {
    if (!isObject(line)) {
      return line;
    }
    try (JsonParser parser = JsonBinding.parser(line)) {
      parser.nextToken();
      Object value = JsonBinding.tree(parser);
      if (parser.nextToken() != null || !(value instanceof Map<?, ?> object)) {
        return line;
      }
      return fields.isEmpty() ? JsonIndent.indent(line) : values(object, line);
    } catch (IOException e) {
      return line;
    }
  }

  private static boolean isObject(byte[] line) {
    int first = 0;
    while (first < line.length && line[first] == ' ') {
      first++;
    }
    return first < line.length && line[first] == '{';
  }

  /** The values of the fields that the object has; the line itself if it has none of them. */
  private byte[] values(Map<?, ?> object, byte[] line) {
    StringJoiner values = new StringJoiner(" ");
    boolean any = false;
    for (String field : fields) {
      if (has(object, field)) {
        values.add(text(get(object, field)));
        any = true;
      }
    }
    return any ? values.toString().getBytes(UTF_8) : line;
  }

  private static boolean has(Map<?, ?> object, String field) {
    int dot = field.indexOf('.');
    return object.containsKey(field)
        || dot > 0
            && object.get(field.substring(0, dot)) instanceof Map<?, ?> inner
            && has(inner, field.substring(dot + 1));
  }

  private static @Nullable Object get(Map<?, ?> object, String field) {
    int dot = field.indexOf('.');
    return !object.containsKey(field) && object.get(field.substring(0, dot)) instanceof Map<?, ?> in
        ? get(in, field.substring(dot + 1))
        : object.get(field);
  }

  private static String text(@Nullable Object value) {
    return value instanceof String text
        ? ControlBytes.shown(text).replace("\n", "\\n")
        : json(value);
  }

  private static String json(@Nullable Object value) {
    if (value instanceof Map<?, ?> object) {
      StringJoiner members = new StringJoiner(",", "{", "}");
      object.forEach(
          (name, member) -> members.add(JsonText.quote(String.valueOf(name)) + ':' + json(member)));
      return members.toString();
    }
    if (value instanceof List<?> list) {
      StringJoiner elements = new StringJoiner(",", "[", "]");
      list.forEach(element -> elements.add(json(element)));
      return elements.toString();
    }
    return value instanceof String text ? JsonText.quote(text) : String.valueOf(value);
  }
}
