package dev.davit.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.davit.json.Json;
import dev.davit.json.JsonText;
import dev.davit.text.GoCase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Changes one key in the text of a config.json: all other keys, unknown ones included, keep their
 * order and the text of their values.
 */
final class ConfigText {
  private static final JsonFactory FACTORY = new JsonFactory();

  private ConfigText() {}

  /**
   * Sets a key, or removes it if the value is empty. A blank text is an empty file.
   *
   * @throws IllegalArgumentException in Go's words if the text is not a JSON object
   */
  static byte[] with(byte[] text, String key, String value) {
    Map<String, String> members = members(text);
    boolean set = false;
    for (String name : List.copyOf(members.keySet())) {
      if (!GoCase.equalFold(name, key)) { // Go finds a key in any case
        continue;
      }
      if (set || value.isEmpty()) {
        members.remove(name);
      } else {
        members.put(name, JsonText.quoteHtmlSafe(value));
        set = true;
      }
    }
    if (!set && !value.isEmpty()) {
      members.put(key, JsonText.quoteHtmlSafe(value));
    }
    StringBuilder json = new StringBuilder("{");
    members.forEach(
        (name, raw) ->
            json.append(json.length() == 1 ? "\n\t" : ",\n\t")
                .append(JsonText.quoteHtmlSafe(name))
                .append(": ")
                .append(raw));
    return json.append("\n}").toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Returns the keys in their order, each with its value's text; of a repeated key the last value.
   */
  private static Map<String, String> members(byte[] text) {
    Map<String, String> members = new LinkedHashMap<>();
    if (new String(text, StandardCharsets.UTF_8).isBlank()) {
      members.put("auths", "{}"); // docker starts a new file with this key
      return members;
    }
    try {
      if (!(Json.only(text) instanceof Map<?, ?>)) {
        throw new IllegalArgumentException("not a JSON object");
      }
    } catch (Json.SyntaxException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
    String json = new String(text, StandardCharsets.UTF_8);
    try (JsonParser parser = FACTORY.createParser(json)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        int start = (int) parser.currentTokenLocation().getCharOffset();
        parser.skipChildren();
        parser.finishToken();
        int end = (int) parser.currentLocation().getCharOffset();
        members.put(name, json.substring(start, end).strip());
      }
    } catch (IOException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
    return members;
  }
}
