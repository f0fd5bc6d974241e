package dev.davit.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON as maps, lists, strings, numbers, booleans and null; syntax errors have the messages
 * of Go's encoding/json. Uses Jackson's streaming API only: creating an ObjectMapper would cost
 * more than parsing.
 */
public final class Json {
  private static final JsonFactory FACTORY = new JsonFactory();

  private Json() {}

  /** A JSON syntax error with Go's message. */
  public static final class SyntaxException extends Exception {
    private static final long serialVersionUID = 1;

    SyntaxException(String message) {
      super(message);
    }

    @Override
    public String getMessage() {
      return String.valueOf(super.getMessage());
    }
  }

  /** Reads the first value and ignores the rest; null for empty text and for JSON null. */
  public static @Nullable Object first(byte[] json) throws SyntaxException {
    return read(json, false);
  }

  /** Reads the only value; null for JSON null. */
  public static @Nullable Object only(byte[] json) throws SyntaxException {
    return read(json, true);
  }

  private static @Nullable Object read(byte[] json, boolean whole) throws SyntaxException {
    // Jackson would skip a byte order mark; Go does not.
    if (json.length > 0 && (json[0] & 0xff) == 0xef) {
      throw new SyntaxException(JsonSyntax.problem(json, whole));
    }
    // Decoded first, because Go replaces malformed UTF-8 where Jackson rejects it.
    String text = new String(json, StandardCharsets.UTF_8);
    try (JsonParser parser = FACTORY.createParser(text)) {
      boolean empty = parser.nextToken() == null;
      @Nullable Object value = empty ? null : JsonBinding.tree(parser);
      if (whole && (empty || parser.nextToken() != null)) {
        throw new SyntaxException(JsonSyntax.problem(json, true));
      }
      return value;
    } catch (JsonProcessingException e) {
      throw new SyntaxException(JsonSyntax.problem(json, whole));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns Go's name for the kind of a value, as in {@code cannot unmarshal KIND into}. */
  public static String kind(Object value) {
    return switch (value) {
      case Map<?, ?> object -> "object";
      case List<?> array -> "array";
      case String text -> "string";
      case Boolean bool -> "bool";
      default -> "number";
    };
  }
}
