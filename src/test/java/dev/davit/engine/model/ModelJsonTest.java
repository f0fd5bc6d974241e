package dev.davit.engine.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.databind.JsonNode;
import dev.davit.engine.Json;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Reads a request in which every property of the API is set and writes it back. A field with a
 * wrong name would stay null and be lost.
 */
final class ModelJsonTest {
  @Test
  void createKeepsEveryProperty() throws IOException {
    ContainerSpec spec = assertRoundTrip("create.json", ContainerSpec.class);
    assertFilled(spec.config);
    assertFilled(spec.hostConfig);
    assertFilled(spec.networkingConfig);
  }

  @Test
  void updateKeepsEveryProperty() throws IOException {
    assertFilled(assertRoundTrip("update.json", UpdateConfig.class));
  }

  @Test
  void execKeepsEveryProperty() throws IOException {
    assertFilled(assertRoundTrip("exec.json", ExecConfig.class));
  }

  @Test
  void nameAndPlatformAreNotInTheBody() throws IOException {
    ContainerSpec spec = new ContainerSpec();
    spec.name = "n";
    spec.platform = "linux/arm64";
    spec.config.image = "busybox";
    assertEquals(
        "{\"Image\":\"busybox\",\"HostConfig\":{},\"NetworkingConfig\":{}}",
        Json.MAPPER.writeValueAsString(spec));
  }

  @Test
  void unknownPropertiesAreIgnored() throws IOException {
    String answer = "{\"Name\":\"always\",\"New\":{\"a\":[1]}}";
    assertEquals(
        new RestartPolicy("always", null), Json.MAPPER.readValue(answer, RestartPolicy.class));
  }

  private static <T> T assertRoundTrip(String resource, Class<T> type) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            ModelJsonTest.class.getResourceAsStream("/engine/model/" + resource))) {
      JsonNode expected = Json.MAPPER.readTree(in);
      T value = Json.MAPPER.treeToValue(expected, type);
      assertEquals(expected, Json.MAPPER.readTree(Json.MAPPER.writeValueAsBytes(value)));
      return value;
    }
  }

  /** Fails on a field that the expectation does not set, in the object or in any nested object. */
  private static void assertFilled(Object value) {
    for (Field field : value.getClass().getFields()) {
      if (Modifier.isStatic(field.getModifiers())
          || field.isAnnotationPresent(JsonAnySetter.class)) {
        continue;
      }
      Object content = read(field, value);
      assertNotNull(content, field.toString());
      Collection<?> parts =
          content instanceof Map<?, ?> map
              ? map.values()
              : content instanceof Collection<?> all ? all : List.of(content);
      parts.stream()
          .filter(part -> part.getClass().getPackage() == value.getClass().getPackage())
          .forEach(ModelJsonTest::assertFilled);
    }
  }

  private static Object read(Field field, Object owner) {
    try {
      return field.get(owner);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }
}
