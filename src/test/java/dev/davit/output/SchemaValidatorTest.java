package dev.davit.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SchemaValidatorTest {
  private static final String SCHEMA =
      """
      {"type":"array","items":{"type":"object","properties":{
        "a":{"type":["integer","null"]},
        "t":{"type":"string","format":"date-time"},
        "w":{"type":"string","enum":["x","y"]},
        "m":{"type":"object","additionalProperties":{"type":"boolean"}}},
        "required":["a"]}}
      """;

  @Test
  void acceptsWhatFits() throws JsonProcessingException {
    assertEquals(
        List.of(),
        errors("[{\"a\":null,\"t\":\"2024-01-02T03:04:05Z\",\"w\":\"x\",\"m\":{\"k\":true}}]"));
  }

  @Test
  void reportsWhatDoesNot() throws JsonProcessingException {
    assertEquals(List.of("$: {} is not of type [array]"), errors("{}"));
    assertEquals(List.of("$[0]: a is missing"), errors("[{}]"));
    assertEquals(List.of("$[0].a: 1.5 is not of type [integer, null]"), errors("[{\"a\":1.5}]"));
    assertEquals(List.of("$[0].b: is not in the schema"), errors("[{\"a\":1,\"b\":1}]"));
    assertEquals(
        List.of("$[0].w: \"z\" is none of [\"x\", \"y\"]"), errors("[{\"a\":1,\"w\":\"z\"}]"));
    assertEquals(
        List.of("$[0].m.k: 1 is not of type [boolean]"), errors("[{\"a\":1,\"m\":{\"k\":1}}]"));
    assertEquals(
        List.of("$[0].t: \"2024-01-02T03:04:05+01:00\" is not a time in UTC"),
        errors("[{\"a\":1,\"t\":\"2024-01-02T03:04:05+01:00\"}]"));
  }

  private static List<String> errors(String json) throws JsonProcessingException {
    ObjectMapper mapper = new ObjectMapper();
    return SchemaValidator.errors(mapper.readTree(json), mapper.readTree(SCHEMA));
  }
}
