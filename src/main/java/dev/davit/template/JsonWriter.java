package dev.davit.template;

import dev.davit.json.JsonText;
import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes JSON as Go's encoding/json does: compact, with sorted map keys. */
public final class JsonWriter {
  private final StringBuilder out;
  private final boolean htmlSafe;

  private JsonWriter(StringBuilder out, boolean htmlSafe) {
    this.out = out;
    this.htmlSafe = htmlSafe;
  }

  /** Creates a writer that escapes {@code <}, {@code >} and {@code &}, as Go's json.Marshal. */
  public static JsonWriter htmlSafe(StringBuilder out) {
    return new JsonWriter(out, true);
  }

  /** Writes a member of an object; the separator is the opening brace or a comma. */
  public void member(char separator, String name, @Nullable Object value) {
    out.append(separator);
    string(name);
    out.append(':');
    value(value);
  }

  public static void write(@Nullable Object value, StringBuilder out) {
    new JsonWriter(out, false).value(value);
  }

  /** Writes a value with the escapes of {@link #htmlSafe}. */
  public static void writeHtmlSafe(@Nullable Object value, StringBuilder out) {
    htmlSafe(out).value(value);
  }

  /** Writes an object whose members keep their order, such as a Go struct. */
  public static void writeObject(Map<String, @Nullable Object> members, StringBuilder out) {
    new JsonWriter(out, false).object(List.copyOf(members.keySet()), members);
  }

  private void value(@Nullable Object value) {
    switch (value) {
      case null -> out.append("null");
      case GoTyped typed when typed.isNil() -> out.append("null");
      case GoNamed named when named.json() == null -> value(named.value());
      case GoStruct struct -> struct.json(out);
      case String text -> string(text);
      case Double number -> number(number);
      case GoSlice bytes when bytes.typeName().equals("[]uint8") -> string(base64(bytes));
      case List<?> list -> array(list);
      case Map<?, ?> map -> object(GoPrinter.sortedKeys(map), map);
      default -> out.append(value);
    }
  }

  private static String base64(List<?> bytes) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    bytes.forEach(each -> all.write(((Number) Objects.requireNonNull(each)).intValue()));
    return Base64.getEncoder().encodeToString(all.toByteArray());
  }

  private void array(List<?> list) {
    out.append('[');
    for (int i = 0; i < list.size(); i++) {
      out.append(i == 0 ? "" : ",");
      value(list.get(i));
    }
    out.append(']');
  }

  private void object(List<String> keys, Map<?, ?> map) {
    char separator = '{';
    for (String key : keys) {
      member(separator, key, map.get(key));
      separator = ',';
    }
    out.append(keys.isEmpty() ? "{}" : "}");
  }

  private void number(double number) {
    double size = Math.abs(number);
    boolean exponent = size != 0 && (size < 1e-6 || size >= 1e21);
    String text = FloatFormat.format(number, exponent ? 'e' : 'f', -1);
    // Go's encoding/json writes e-7 where fmt writes e-07.
    int end = text.length();
    boolean padded = exponent && text.charAt(end - 4 < 0 ? 0 : end - 4) == 'e';
    boolean dropZero = padded && text.charAt(end - 3) == '-' && text.charAt(end - 2) == '0';
    out.append(dropZero ? text.substring(0, end - 2) + text.charAt(end - 1) : text);
  }

  private void string(String text) {
    JsonText.append(out, text, htmlSafe);
  }
}
