package dev.davit.value;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.davit.engine.JsonReader;
import dev.davit.engine.JsonText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** A command as a JSON list of its words, for flags that run it without a shell. */
public final class JsonList {
  private static final String EXPECTED = "must be a JSON list of words, such as [\"ls\",\"-l\"]";

  private JsonList() {}

  /** Throws IllegalArgumentException where it is none, or an empty one. */
  public static List<String> parse(String text) {
    List<String> words = new ArrayList<>();
    try (JsonParser parser = JsonReader.parser(text.getBytes(UTF_8))) {
      require(parser.nextToken() == JsonToken.START_ARRAY);
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        require(parser.currentToken() == JsonToken.VALUE_STRING);
        words.add(parser.getText());
      }
      require(parser.nextToken() == null && !words.isEmpty());
      return words;
    } catch (IOException e) {
      throw new IllegalArgumentException(EXPECTED, e);
    }
  }

  private static void require(boolean right) {
    if (!right) {
      throw new IllegalArgumentException(EXPECTED);
    }
  }

  /** As it is typed. */
  public static String format(List<String> words) {
    StringJoiner list = new StringJoiner(",", "[", "]");
    words.forEach(word -> list.add(JsonText.quote(word)));
    return list.toString();
  }
}
