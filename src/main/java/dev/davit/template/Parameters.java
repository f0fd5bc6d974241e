package dev.davit.template;

import dev.davit.template.GoFunction.Param;
import dev.davit.template.Node.Constant;
import dev.davit.template.Node.Operand;
import org.jspecify.annotations.Nullable;

/** Checks the arguments of a call against the parameters. */
record Parameters(Frame frame) {
  /** Returns the value to pass: unboxed, unless the parameter is a reflect.Value. */
  static @Nullable Object passed(@Nullable Object value, Param param) {
    return param == Param.VALUE ? value : GoType.unbox(value);
  }

  /** Returns the parameter at an index; the last one repeats. */
  static Param param(GoFunction function, int index) {
    return function.params().get(Math.min(index, function.params().size() - 1));
  }

  /**
   * Rejects a wrong number of arguments.
   *
   * @param given the number of arguments after the name
   * @param piped whether the previous command adds one
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

  /** Returns the value if the parameter accepts its type. */
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

  /** Returns a literal for a parameter of a specific type. */
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
