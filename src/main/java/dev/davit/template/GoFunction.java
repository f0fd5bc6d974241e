package dev.davit.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A function or method that a template can call; if variadic, the last parameter repeats. */
public record GoFunction(List<Param> params, boolean variadic, Body body) {
  /** The parameter types; arguments of other types are rejected with Go's messages. */
  public enum Param {
    ANY("interface {}"),
    /**
     * Any value; a nil element of an untyped collection is passed boxed, which len distinguishes.
     */
    VALUE("reflect.Value"),
    STRING("string"),
    INT("int"),
    DURATION("time.Duration"),
    TIME("time.Time"),
    STRINGS("[]string");

    private final String typeName;

    Param(String typeName) {
      this.typeName = typeName;
    }

    String typeName() {
      return typeName;
    }

    boolean canBeNil() {
      return this == ANY || this == VALUE || this == STRINGS;
    }

    boolean accepts(@Nullable Object value) {
      if (this == STRINGS && value instanceof GoSlice slice) {
        return slice.underlying().equals(typeName);
      }
      return this == ANY || this == VALUE || value != null && GoType.name(value).equals(typeName);
    }
  }

  /** The body of a function; an exception becomes {@code error calling NAME: MESSAGE}. */
  @FunctionalInterface
  public interface Body {
    @Nullable Object call(List<@Nullable Object> args) throws TemplateException;
  }

  /** Creates a function with a fixed number of parameters. */
  public static GoFunction of(Body body, Param... params) {
    return new GoFunction(List.of(params), false, body);
  }

  static GoFunction variadic(Body body, Param... params) {
    return new GoFunction(List.of(params), true, body);
  }
}
