package dev.davit.output;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Validates JSON by the keywords of JSON schema that davit's schemas have. Stricter than the
 * standard: an object with {@code properties} has no others, and an unknown keyword is an error.
 */
final class SchemaValidator {
  private static final Set<String> KEYWORDS =
      Set.of(
          "$schema",
          "title",
          "description",
          "type",
          "format",
          "enum",
          "items",
          "properties",
          "required",
          "additionalProperties");

  private final List<String> errors = new ArrayList<>();

  private SchemaValidator() {}

  /** Returns the errors; empty for a valid value. */
  static List<String> errors(JsonNode value, JsonNode schema) {
    SchemaValidator validator = new SchemaValidator();
    validator.validate("$", value, schema);
    return validator.errors;
  }

  private void validate(String where, JsonNode value, JsonNode schema) {
    schema
        .fieldNames()
        .forEachRemaining(key -> require(KEYWORDS.contains(key), where, "keyword " + key));
    List<String> types = texts(schema.get("type"));
    require(
        types.contains(type(value)) || types.contains("number") && value.isNumber(),
        where,
        value + " is not of type " + types);
    if (schema.has("enum")) {
      List<JsonNode> words = new ArrayList<>();
      schema.get("enum").forEach(words::add);
      require(words.contains(value), where, value + " is none of " + words);
    }
    if (value.isTextual() && schema.path("format").asText().equals("date-time")) {
      require(isUtc(value.textValue()), where, value + " is not a time in UTC");
    }
    if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        validate(where + '[' + i + ']', value.get(i), schema.get("items"));
      }
    }
    if (value.isObject()) {
      object(where, value, schema);
    }
  }

  private void object(String where, JsonNode value, JsonNode schema) {
    texts(schema.get("required"))
        .forEach(name -> require(value.has(name), where, name + " is missing"));
    for (Map.Entry<String, JsonNode> each : value.properties()) {
      String member = where + '.' + each.getKey();
      JsonNode type = schema.path("properties").path(each.getKey());
      if (type.isMissingNode()) {
        type = schema.path("additionalProperties");
      }
      if (!type.isMissingNode()) {
        validate(member, each.getValue(), type);
      } else {
        require(!schema.has("properties"), member, "is not in the schema");
      }
    }
  }

  private void require(boolean valid, String where, String otherwise) {
    if (!valid) {
      errors.add(where + ": " + otherwise);
    }
  }

  private static boolean isUtc(String text) {
    try {
      return OffsetDateTime.parse(text).getOffset().equals(ZoneOffset.UTC);
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static String type(JsonNode value) {
    return switch (value.getNodeType()) {
      case ARRAY -> "array";
      case OBJECT -> "object";
      case STRING -> "string";
      case BOOLEAN -> "boolean";
      case NULL -> "null";
      default -> value.isIntegralNumber() ? "integer" : "number";
    };
  }

  private static List<String> texts(JsonNode node) {
    List<String> texts = new ArrayList<>();
    if (node != null && node.isTextual()) {
      texts.add(node.textValue());
    } else if (node != null) {
      node.forEach(each -> texts.add(each.textValue()));
    }
    return texts;
  }
}
