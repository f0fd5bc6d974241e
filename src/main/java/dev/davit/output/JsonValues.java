package dev.davit.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import dev.davit.json.JsonNumber;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes values of maps, lists, texts, numbers, booleans and null as JSON. */
public final class JsonValues {
  private static final JsonFactory FACTORY = new JsonFactory();

  private JsonValues() {}

  /** Returns a value without white space. */
  public static String compact(@Nullable Object value) {
    return text(value, false);
  }

  /** Returns a value indented by two spaces a level, without a line end. */
  public static String indented(@Nullable Object value) {
    return text(value, true);
  }

  private static String text(@Nullable Object value, boolean indented) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = generator(text, indented)) {
      write(out, value);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a StringWriter does not fail
    }
    return text.toString();
  }

  static JsonGenerator generator(StringWriter text, boolean indented) throws IOException {
    JsonGenerator out = FACTORY.createGenerator(text);
    if (indented) {
      DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
      DefaultPrettyPrinter printer =
          new DefaultPrettyPrinter(
              Separators.createDefaultInstance()
                  .withObjectFieldValueSpacing(Spacing.AFTER)
                  .withObjectEmptySeparator("")
                  .withArrayEmptySeparator(""));
      printer.indentArraysWith(indenter);
      printer.indentObjectsWith(indenter);
      out.setPrettyPrinter(printer);
    }
    return out;
  }

  static void write(JsonGenerator out, @Nullable Object value) throws IOException {
    switch (value) {
      case null -> out.writeNull();
      case Map<?, ?> map -> {
        out.writeStartObject();
        for (Map.Entry<?, ?> each : map.entrySet()) {
          out.writeFieldName(String.valueOf(each.getKey()));
          write(out, each.getValue());
        }
        out.writeEndObject();
      }
      case List<?> list -> {
        out.writeStartArray();
        for (Object each : list) {
          write(out, each);
        }
        out.writeEndArray();
      }
      case String text -> out.writeString(text);
      case Boolean bool -> out.writeBoolean(bool);
      case Integer number -> out.writeNumber(number.intValue());
      case Long number -> out.writeNumber(number.longValue());
      case Double number -> write(out, number.doubleValue());
      case JsonNumber number -> out.writeNumber(number.toString());
      default -> throw new IllegalArgumentException("no JSON for " + value.getClass());
    }
  }

  /** Writes a number; null for infinity and the like, which JSON lacks. */
  private static void write(JsonGenerator out, double number) throws IOException {
    if (Double.isFinite(number)) {
      out.writeNumber(number);
    } else {
      out.writeNull();
    }
  }
}
