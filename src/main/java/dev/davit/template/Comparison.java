package dev.davit.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The functions eq and lt, from which the other comparisons are derived. */
final class Comparison {
  private Comparison() {}

  static Object anyEqual(List<@Nullable Object> args) throws TemplateException {
    if (args.size() < 2) {
      throw new TemplateException("missing argument for comparison");
    }
    for (Object other : args.subList(1, args.size())) {
      if (equal(args.getFirst(), other)) {
        return true;
      }
    }
    return false;
  }

  static boolean equal(@Nullable Object one, @Nullable Object other) throws TemplateException {
    Object a = GoNamed.bare(one);
    Object b = GoNamed.bare(other);
    if (kind(a) != kind(b)) {
      if (a == null || b == null) {
        return false;
      }
      if (isInteger(a) && isInteger(b)) {
        return integer(a) == integer(b);
      }
      throw new TemplateException("incompatible types for comparison");
    }
    return switch (kind(a)) {
      case INT, UINT -> integer(Objects.requireNonNull(a)) == integer(Objects.requireNonNull(b));
      case STRING -> String.valueOf(a).equals(String.valueOf(b));
      case NIL -> equalComposites(a, b);
      default -> Objects.equals(a, b);
    };
  }

  private static boolean equalComposites(@Nullable Object a, @Nullable Object b)
      throws TemplateException {
    if (a != null && b != null && GoType.of(a) != GoType.of(b)) {
      throw new TemplateException(
          "non-comparable types "
              + text(a)
              + ": "
              + GoType.name(a)
              + ", "
              + GoType.name(b)
              + ": "
              + GoPrinter.sprint(b));
    }
    if (isNil(a) || isNil(b)) {
      return isNil(a) && isNil(b);
    }
    if (!isComparable(b)) {
      throw new TemplateException("non-comparable type " + text(b) + ": " + GoType.name(b));
    }
    return Objects.equals(a, b);
  }

  /** Formats a value as {@code %s} does. */
  private static String text(@Nullable Object value) {
    List<@Nullable Object> args = new ArrayList<>();
    args.add(value);
    return new GoFormatter(args).format("%s");
  }

  /** Whether a value is comparable; a struct is if all of its fields are. */
  private static boolean isComparable(@Nullable Object value) {
    return switch (GoType.of(value)) {
      case SLICE, MAP -> false;
      case STRUCT ->
          GoNamed.bare(value) instanceof GoStruct struct
              && struct.fields().values().stream().allMatch(Comparison::isComparable);
      default -> true;
    };
  }

  private static boolean isNil(@Nullable Object value) {
    return value == null || value instanceof GoTyped typed && typed.isNil();
  }

  static boolean less(@Nullable Object one, @Nullable Object other) throws TemplateException {
    Object a = GoNamed.bare(one);
    Object b = GoNamed.bare(other);
    GoType kind = kind(a);
    if (a == null || b == null || kind == GoType.NIL || kind(b) == GoType.NIL) {
      throw new TemplateException("invalid type for comparison");
    }
    if (isInteger(a) && isInteger(b)) {
      return integer(a) < integer(b);
    }
    if (kind != kind(b)) {
      throw new TemplateException("incompatible types for comparison");
    }
    return switch (kind) {
      case FLOAT -> (Double) a < (Double) b;
      case STRING -> a.toString().compareTo(b.toString()) < 0;
      default -> throw new TemplateException("invalid type for comparison");
    };
  }

  /** Returns the basic kind of a value; NIL for all other kinds, as in Go. */
  private static GoType kind(@Nullable Object value) {
    GoType type = GoType.of(value);
    return switch (type) {
      case BOOL, INT, UINT, FLOAT, COMPLEX, STRING -> type;
      case NIL, SLICE, MAP, STRUCT, POINTER -> GoType.NIL;
    };
  }

  private static boolean isInteger(Object value) {
    GoType kind = kind(value);
    return kind == GoType.INT || kind == GoType.UINT;
  }

  private static long integer(Object value) {
    return ((Number) value).longValue();
  }
}
