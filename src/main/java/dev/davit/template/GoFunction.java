package dev.davit.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A function or method a template can call; if variadic, the last parameter repeats. */
public record GoFunction(List<Param> params, boolean variadic, Body body) {
  /** The parameter types in use; arguments of another type are refused in Go's words. */
  public enum Param {
    ANY("interface {}"),
    /** Anything too, but a nil element of a collection arrives in its box: len tells them apart. */
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

  /** What the function does; the message of its exception becomes {@code error calling NAME: …}. */
  @FunctionalInterface
  public interface Body {
    @Nullable Object call(List<@Nullable Object> args) throws TemplateException;
  }

  /** A function of exactly these parameters. */
  public static GoFunction of(Body body, Param... params) {
    return new GoFunction(List.of(params), false, body);
  }

  static GoFunction variadic(Body body, Param... params) {
    return new GoFunction(List.of(params), true, body);
  }
}
