package dev.davit.engine;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import dev.davit.engine.model.EmptyObject;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON into the model's types. As Go does, it matches names without regard to case, and to
 * underscores; unknown names are passed over, and what is absent or null is null, zero or false.
 *
 * <p>The parser is Jackson's; its own binding takes 80 ms to get going, most of what {@code ps}
 * takes.
 */
public final class JsonReader implements Closeable {
  /** Deep enough for any answer, and shallow enough that a hostile one cannot exhaust the stack. */
  private static final int MAX_DEPTH = 1000;

  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
          .build();

  private final JsonParser parser;

  JsonReader(InputStream in) throws IOException {
    this.parser = FACTORY.createParser(in);
  }

  /** A parser with the limits that keep a hostile text from exhausting us. */
  public static JsonParser parser(byte[] json) throws IOException {
    return FACTORY.createParser(json);
  }

  /** Moves to the next value; false at the end of the text. */
  boolean next() throws IOException {
    return parser.nextToken() != null;
  }

  boolean isNull() {
    return parser.currentToken() == JsonToken.VALUE_NULL;
  }

  /** The value that begins here; null for JSON's null. */
  @Nullable Object read(Type type) throws IOException {
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      return generic.getRawType() == List.class ? list(arguments[0]) : map(arguments[1]);
    }
    Class<?> plain = (Class<?>) type;
    if (plain == EmptyObject.class) {
      parser.skipChildren();
      return new EmptyObject();
    }
    if (isNull()) {
      return JsonShape.zero(plain);
    }
    if (plain == String.class) {
      require(parser.currentToken() == JsonToken.VALUE_STRING, plain);
      return parser.getText();
    }
    if (plain == boolean.class || plain == Boolean.class) {
      require(parser.currentToken().isBoolean(), plain);
      return parser.getBooleanValue();
    }
    if (plain == int.class || plain == Integer.class) {
      require(parser.currentToken().isNumeric(), plain);
      return parser.getIntValue();
    }
    if (plain == long.class || plain == Long.class) {
      require(parser.currentToken().isNumeric(), plain);
      return parser.getLongValue();
    }
    if (plain == BigInteger.class) {
      require(parser.currentToken().isNumeric(), plain);
      return parser.getBigIntegerValue();
    }
    return plain == Object.class
        ? JsonTree.read(parser, JsonParser::getNumberValue)
        : object(plain);
  }

  /** The list that begins here; null for JSON's null. */
  @Nullable List<@Nullable Object> list(Type element) throws IOException {
    if (isNull()) {
      return null;
    }
    beginList();
    List<@Nullable Object> list = new ArrayList<>();
    while (nextInList()) {
      addTo(list::add, element);
    }
    return list;
  }

  /** Makes sure that a list begins here. */
  void beginList() throws IOException {
    require(parser.currentToken() == JsonToken.START_ARRAY, List.class);
  }

  /** Moves to the next value of a list; false at its end. */
  boolean nextInList() throws IOException {
    return parser.nextToken() != JsonToken.END_ARRAY;
  }

  private @Nullable Map<String, @Nullable Object> map(Type value) throws IOException {
    if (isNull()) {
      return null;
    }
    require(parser.currentToken() == JsonToken.START_OBJECT, Map.class);
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      addTo(entry -> map.put(name, entry), value);
    }
    return map;
  }

  /** A null among the elements of a list or map is no element, unless they can be anything. */
  private void addTo(Consumer<@Nullable Object> elements, Type type) throws IOException {
    Object element = read(type);
    if (element != null || type == Object.class) {
      elements.accept(element);
    }
  }

  private Object object(Class<?> type) throws IOException {
    require(parser.currentToken() == JsonToken.START_OBJECT, type);
    JsonShape shape = JsonShape.of(type);
    @Nullable Object[] values = shape.zeros();
    Map<String, @Nullable Object> others = Map.of();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      int place = shape.place(name);
      parser.nextToken();
      if (place >= 0) {
        values[place] = read(shape.type(place));
      } else if (shape.others() >= 0) {
        others = others.isEmpty() ? new LinkedHashMap<>() : others;
        others.put(name, read(Object.class));
      } else {
        parser.skipChildren();
      }
    }
    if (!others.isEmpty()) {
      values[shape.others()] = others;
    }
    return shape.make(values);
  }

  private void require(boolean right, Class<?> type) throws IOException {
    if (!right) {
      throw new InputCoercionException(
          parser, "not a " + type.getSimpleName(), parser.currentToken(), type);
    }
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
