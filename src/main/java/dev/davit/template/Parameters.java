package dev.davit.template;

import dev.davit.template.GoFunction.Param;
import dev.davit.template.Node.Constant;
import dev.davit.template.Node.Operand;
import org.jspecify.annotations.Nullable;

/** What a function takes, against what it is given. */
record Parameters(Frame frame) {
  /** What the function gets: values are bare unless it wants to see their types. */
  static @Nullable Object passed(@Nullable Object value, Param param) {
    return param == Param.VALUE ? value : GoType.unbox(value);
  }

  /** The parameter at an index; the last stands for all that follow. */
  static Param param(GoFunction function, int index) {
    return function.params().get(Math.min(index, function.params().size() - 1));
  }

  /**
   * Refuses too few or too many.
   *
   * @param given how many are written behind the name
   * @param piped whether the command before gives one more
   */
  void checkCount(GoFunction function, String name, int given, boolean piped)
      throws TemplateException {
    int total = given + (piped ? 1 : 0);
    int wanted = function.params().size();
    if (function.variadic() && total < wanted - 1) {
      String want = "want at least " + (wanted - 1) + " got " + given;
      throw frame.error("wrong number of args for " + name + ": " + want);
    }
    if (!function.variadic() && total != wanted) {
      String want = "want " + wanted + " got " + total;
      throw frame.error("wrong number of args for " + name + ": " + want);
    }
  }

  /** The value, if it is one that the parameter takes. */
  @Nullable Object checked(@Nullable Object value, Param param) throws TemplateException {
    if (value == null && param == Param.STRINGS) {
      return new GoSlice(param.typeName(), null);
    }
    if (value == null && !param.canBeNil()) {
      throw frame.error("invalid value; expected " + param.typeName());
    }
    Object concrete = GoType.unbox(value);
    if (!param.accepts(concrete)) {
      String got = GoType.name(concrete == null ? value : concrete);
      throw frame.error("wrong type for value; expected " + param.typeName() + "; got " + got);
    }
    return value;
  }

  /** A literal where the parameter's type is told. */
  Object literal(Param param, Operand arg) throws TemplateException {
    return switch (param) {
      case STRING -> {
        if (arg instanceof Node.Str string) {
          yield string.value();
        }
        throw frame.error("expected string; found " + arg);
      }
      case INT -> {
        if (arg instanceof Constant constant && constant.asInt() != null) {
          yield GoType.ofInt(constant.asInt());
        }
        throw frame.error("expected integer; found " + arg);
      }
      case DURATION -> {
        if (arg instanceof Constant constant && constant.asInt() != null) {
          yield constant.asInt();
        }
        throw frame.error("expected integer; found " + arg);
      }
      case ANY, VALUE, STRINGS, TIME ->
          throw frame.error("can't handle " + arg + " for arg of type " + param.typeName());
    };
  }
}
