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
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Changes one key, or the credentials of one registry, in the text of a config.json: all other
 * keys, unknown ones included, keep their order and the text of their values. Registries are
 * sorted, as docker writes them.
 */
final class ConfigText {
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final String AUTHS = "auths";

  private ConfigText() {}

  /**
   * Sets a key, or removes it if the value is empty. A blank text is an empty file.
   *
   * @throws IllegalArgumentException in Go's words if the text is not a JSON object
   */
  static byte[] with(byte[] text, String key, String value) {
    Map<String, String> members = document(text);
    set(members, key, value.isEmpty() ? null : JsonText.quoteHtmlSafe(value));
    return written(members, "").getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Sets or removes the credentials of a registry, below {@code auths}. A blank text is an empty
   * file.
   *
   * @param entry the JSON of the credentials; null to remove them
   * @throws IllegalArgumentException in Go's words if the text is not a JSON object
   */
  static byte[] withCredentials(byte[] text, String registry, @Nullable String entry) {
    Map<String, String> members = document(text);
    Map<String, String> auths = new LinkedHashMap<>();
    members.forEach(
        (name, json) -> {
          if (GoCase.equalFold(name, AUTHS) && json.startsWith("{")) {
            auths.putAll(members(json));
          }
        });
    if (entry == null) {
      auths.remove(registry);
    } else {
      auths.put(registry, entry);
    }
    set(members, AUTHS, auths.isEmpty() ? "{}" : written(new TreeMap<>(auths), "\t"));
    return written(members, "").getBytes(StandardCharsets.UTF_8);
  }

  /** Sets the JSON of a key, or removes it; Go finds a key in any case. */
  private static void set(Map<String, String> members, String key, @Nullable String json) {
    boolean set = false;
    for (String name : List.copyOf(members.keySet())) {
      if (!GoCase.equalFold(name, key)) {
        continue;
      }
      if (set || json == null) {
        members.remove(name);
      } else {
        members.put(name, json);
        set = true;
      }
    }
    if (!set && json != null) {
      members.put(key, json);
    }
  }

  private static String written(Map<String, String> members, String indent) {
    StringBuilder json = new StringBuilder("{");
    members.forEach(
        (name, raw) ->
            json.append(json.length() == 1 ? "\n\t" : ",\n\t")
                .append(indent)
                .append(JsonText.quoteHtmlSafe(name))
                .append(": ")
                .append(raw));
    return json.append('\n').append(indent).append('}').toString();
  }

  /** Returns the keys of a file. */
  private static Map<String, String> document(byte[] text) {
    String json = new String(text, StandardCharsets.UTF_8);
    if (json.isBlank()) {
      Map<String, String> members = new LinkedHashMap<>();
      members.put(AUTHS, "{}"); // docker starts a new file with this key
      return members;
    }
    try {
      if (!(Json.only(text) instanceof Map<?, ?>)) {
        throw new IllegalArgumentException("not a JSON object");
      }
    } catch (Json.SyntaxException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
    return members(json);
  }

  /**
   * Returns the keys of an object in their order, each with its value's text; of a repeated key the
   * last value.
   */
  private static Map<String, String> members(String json) {
    Map<String, String> members = new LinkedHashMap<>();
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
