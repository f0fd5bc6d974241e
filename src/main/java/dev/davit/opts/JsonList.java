package dev.davit.opts;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParser;
import dev.davit.json.JsonBinding;
import dev.davit.json.JsonText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * Parses commands that are JSON arrays of strings, for flags that run a command without a shell.
 */
public final class JsonList {
  private static final String EXPECTED =
      "must be a JSON array of strings, for example [\"ls\",\"-l\"]";

  private JsonList() {}

  /**
   * Parses an array.
   *
   * @throws IllegalArgumentException if the text is not a JSON array of strings, or an empty one
   */
  public static List<String> parse(String text) {
    List<String> words = new ArrayList<>();
    try (JsonParser parser = JsonBinding.parser(text.getBytes(UTF_8))) {
      parser.nextToken();
      boolean isList = JsonBinding.tree(parser) instanceof List<?> list && addTo(words, list);
      if (!isList || words.isEmpty() || parser.nextToken() != null) {
        throw new IllegalArgumentException(EXPECTED);
      }
      return words;
    } catch (IOException e) {
      throw new IllegalArgumentException(EXPECTED, e);
    }
  }

  /** Adds the elements; returns false if an element is not a string. */
  private static boolean addTo(List<String> words, List<?> list) {
    for (Object element : list) {
      if (!(element instanceof String word)) {
        return false;
      }
      words.add(word);
    }
    return true;
  }

  /** Formats a value in the syntax that {@link #parse} reads. */
  public static String format(List<String> words) {
    StringJoiner list = new StringJoiner(",", "[", "]");
    words.forEach(word -> list.add(JsonText.quote(word)));
    return list.toString();
  }
}
