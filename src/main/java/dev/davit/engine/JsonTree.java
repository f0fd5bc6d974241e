package dev.davit.engine;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Any JSON value as maps, lists, strings, booleans, null, and numbers as its reader wants them. */
public final class JsonTree {
  private final JsonParser parser;
  private final Numbers numbers;

  private JsonTree(JsonParser parser, Numbers numbers) {
    this.parser = parser;
    this.numbers = numbers;
  }

  /** What is made of the number that a parser is at. */
  public interface Numbers {
    Object at(JsonParser parser) throws IOException;
  }

  /** Reads the value that a parser is at. */
  public static @Nullable Object read(JsonParser parser, Numbers numbers) throws IOException {
    return new JsonTree(parser, numbers).value();
  }

  private @Nullable Object value() throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object();
      case START_ARRAY -> array();
      case VALUE_STRING -> parser.getText();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> numbers.at(parser);
      case null, default -> null;
    };
  }

  private Map<String, @Nullable Object> object() throws IOException {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      object.put(name, value());
    }
    return object;
  }

  private List<@Nullable Object> array() throws IOException {
    List<@Nullable Object> array = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(value());
    }
    return array;
  }
}
