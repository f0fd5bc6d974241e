package dev.davit.engine;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes the model's types as the body of a request: Go's upper-case names unless a property says
 * otherwise, absent ones left out. Only what there is is looked at, which Jackson's own binding
 * takes 100 ms longer for.
 */
final class JsonBody {
  private final JsonGenerator out;

  private JsonBody(JsonGenerator out) {
    this.out = out;
  }

  static byte[] of(Object value) throws IOException {
    if (value instanceof byte[] json) {
      return json;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (JsonGenerator out = JsonReader.FACTORY.createGenerator(bytes)) {
      new JsonBody(out).write(value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }

  @SuppressWarnings("IfChainToSwitch") // java makes code for a switch over types at its first use
  private void write(@Nullable Object value) throws IOException, ReflectiveOperationException {
    if (value == null) {
      out.writeNull();
    } else if (value instanceof String text) {
      out.writeString(text);
    } else if (value instanceof Boolean bool) {
      out.writeBoolean(bool);
    } else if (value instanceof Number number) {
      out.writeNumber(number.toString());
    } else if (value instanceof Iterable<?> list) {
      out.writeStartArray();
      for (Object element : list) {
        write(element);
      }
      out.writeEndArray();
    } else if (value instanceof Map<?, ?> map) {
      out.writeStartObject();
      writeEntries(map);
      out.writeEndObject();
    } else {
      out.writeStartObject();
      writeParts(value);
      out.writeEndObject();
    }
  }

  private void writeEntries(Map<?, ?> map) throws IOException, ReflectiveOperationException {
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      out.writeFieldName(String.valueOf(entry.getKey()));
      write(entry.getValue());
    }
  }

  private void writeParts(Object value) throws IOException, ReflectiveOperationException {
    Class<?> type = value.getClass();
    if (!type.getPackageName().equals("dev.davit.engine.model")) {
      throw new IllegalArgumentException("no way to write a " + type);
    }
    if (type.isRecord()) {
      for (RecordComponent component : type.getRecordComponents()) {
        JsonProperty name = component.getAccessor().getAnnotation(JsonProperty.class);
        writePart(component.getName(), name, component.getAccessor().invoke(value));
      }
      return;
    }
    for (Field field : type.getFields()) {
      Object part = Modifier.isStatic(field.getModifiers()) ? null : field.get(value);
      if (part == null || field.isAnnotationPresent(JsonIgnore.class)) {
        continue;
      }
      if (field.isAnnotationPresent(JsonUnwrapped.class)) {
        writeParts(part);
      } else if (field.isAnnotationPresent(JsonAnyGetter.class)) {
        writeEntries((Map<?, ?>) part);
      } else {
        writePart(field.getName(), field.getAnnotation(JsonProperty.class), part);
      }
    }
  }

  private void writePart(String name, @Nullable JsonProperty given, @Nullable Object part)
      throws IOException, ReflectiveOperationException {
    if (part != null) {
      out.writeFieldName(
          given == null
              ? Character.toUpperCase(name.charAt(0)) + name.substring(1)
              : given.value());
      write(part);
    }
  }
}
