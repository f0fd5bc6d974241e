package dev.davit.template;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The kinds of Go values that templates distinguish, and the type names in error messages. */
enum GoType {
  NIL,
  BOOL,
  INT,
  UINT,
  FLOAT,
  COMPLEX,
  STRING,
  SLICE,
  MAP,
  STRUCT,
  POINTER;

  private static final String ANY = "interface {}";

  /** An element of an untyped map or slice, whose static type is interface {} until it is used. */
  record Boxed(@Nullable Object value) {}

  /** Converts to Go's int: an Integer if it fits, because Long represents int64. */
  static Object ofInt(long value) {
    return value == (int) value ? (Object) (int) value : GoNamed.of("int", value, name -> null);
  }

  static @Nullable Object unbox(@Nullable Object value) {
    return value instanceof Boxed boxed ? boxed.value() : value;
  }

  static GoType of(@Nullable Object value) {
    return switch (value) {
      case null -> NIL;
      case Boolean _ -> BOOL;
      case Integer _, Long _ -> INT;
      case Short _ -> UINT;
      case Double _ -> FLOAT;
      case GoComplex _ -> COMPLEX;
      case String _ -> STRING;
      case Number _ -> STRING;
      case GoNamed named ->
          of(named.value()) == INT && isUnsigned(named.typeName()) ? UINT : of(named.value());
      case GoStruct struct -> struct.typeName().startsWith("*") ? POINTER : STRUCT;
      case List<?> _ -> SLICE;
      case Map<?, ?> _ -> MAP;
      default -> throw new IllegalArgumentException("not a template value: " + value.getClass());
    };
  }

  private static boolean isUnsigned(String name) {
    return name.startsWith("uint") || name.equals("fs.FileMode");
  }

  static String name(@Nullable Object value) {
    return switch (value) {
      case null -> "nil";
      case Boxed _ -> ANY;
      case GoTyped typed -> typed.typeName();
      case Boolean _ -> "bool";
      case Integer _ -> "int";
      case Long _ -> "int64";
      case Short _ -> "uint8";
      case Double _ -> "float64";
      case GoComplex _ -> "complex128";
      case String _ -> "string";
      case Number _ -> "json.Number";
      case List<?> _ -> "[]" + ANY;
      default -> "map[string]" + ANY;
    };
  }

  /** Boxes an element of a collection unless the collection declares the element type. */
  static @Nullable Object element(Object collection, @Nullable Object value) {
    return elementType(collection).equals(ANY) ? new Boxed(value) : value;
  }

  /** Returns the zero value of a map or slice's elements. */
  static @Nullable Object zeroElement(Object collection) {
    return switch (elementType(collection)) {
      case ANY -> new Boxed(null);
      case "string" -> "";
      case "bool" -> false;
      case "int" -> 0;
      default -> collection instanceof GoMap map ? map.zero() : null;
    };
  }

  static String elementType(Object collection) {
    String name =
        switch (collection) {
          case GoSlice slice -> slice.underlying();
          case GoMap map -> map.underlying();
          default -> name(collection);
        };
    return name.startsWith("[]") || name.startsWith("map[")
        ? name.substring(name.indexOf(']') + 1)
        : ANY;
  }

  static boolean isTrue(@Nullable Object value) {
    return switch (value) {
      case null -> false;
      case Boolean b -> b;
      case Integer i -> i != 0;
      case Long l -> l != 0;
      case Short s -> s != 0;
      case Double d -> d != 0;
      case GoComplex c -> c.real() != 0 || c.imaginary() != 0;
      case String s -> !s.isEmpty();
      case Number n -> !n.toString().isEmpty();
      case List<?> list -> !list.isEmpty();
      case Map<?, ?> map -> !map.isEmpty();
      case GoNamed named -> isTrue(named.value());
      case GoTyped typed -> !typed.isNil();
      default -> true;
    };
  }
}
