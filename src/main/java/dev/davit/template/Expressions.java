package dev.davit.template;

import dev.davit.template.GoFunction.Param;
import dev.davit.template.Node.Chain;
import dev.davit.template.Node.Command;
import dev.davit.template.Node.Constant;
import dev.davit.template.Node.Field;
import dev.davit.template.Node.Identifier;
import dev.davit.template.Node.Operand;
import dev.davit.template.Node.Pipe;
import dev.davit.template.Node.Variable;
import dev.davit.text.GoQuote;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Evaluates pipelines: fields, variables, constants and function calls. */
final class Expressions {
  /** Marks a missing final argument: no command precedes this one in the pipeline. */
  private static final Object MISSING = new Object();

  private final Frame frame;
  private final Parameters parameters;

  Expressions(Frame frame) {
    this.frame = frame;
    this.parameters = new Parameters(frame);
  }

  @Nullable Object pipeline(@Nullable Object dot, Pipe pipe) throws TemplateException {
    frame.at(pipe);
    Object value = MISSING;
    for (Command command : pipe.commands()) {
      value = GoType.unbox(command(dot, command, value));
    }
    for (Variable variable : pipe.variables()) {
      if (pipe.assigns()) {
        frame.assign(variable.names().getFirst(), value);
      } else {
        frame.push(variable.names().getFirst(), value);
      }
    }
    return value;
  }

  private @Nullable Object command(@Nullable Object dot, Command command, @Nullable Object last)
      throws TemplateException {
    List<Operand> args = command.args();
    return switch (args.getFirst()) {
      case Field field -> field(dot, field, args, last);
      case Chain chain -> chain(dot, chain, args, last);
      case Identifier name -> function(dot, name, command, args, last);
      case Variable variable -> variable(dot, variable, args, last);
      case Pipe pipe -> {
        refuseArguments(args, last);
        yield pipeline(dot, pipe);
      }
      case Operand plain -> {
        frame.at(plain);
        refuseArguments(args, last);
        yield plainValue(dot, plain);
      }
    };
  }

  private @Nullable Object plainValue(@Nullable Object dot, Operand word) throws TemplateException {
    return switch (word) {
      case Node.Bool bool -> bool.value();
      case Node.Str string -> string.value();
      case Node.Dot _ -> dot;
      case Node.Nil _ -> throw frame.error("nil is not a command");
      case Constant constant -> ideal(constant);
      case Field _, Chain _, Identifier _, Variable _, Pipe _ ->
          throw new IllegalStateException("not a plain value: " + word);
    };
  }

  private Object ideal(Constant constant) throws TemplateException {
    frame.at(constant);
    if (constant.ideal() == null) {
      throw frame.error(constant.text() + " overflows int");
    }
    return constant.ideal();
  }

  private void refuseArguments(List<Operand> args, @Nullable Object last) throws TemplateException {
    if (args.size() > 1 || last != MISSING) {
      throw frame.error("can't give argument to non-function " + args.getFirst());
    }
  }

  private @Nullable Object field(
      @Nullable Object dot, Field field, List<Operand> args, @Nullable Object last)
      throws TemplateException {
    frame.at(field);
    return fields(dot, dot, field, field.names(), args, last);
  }

  private @Nullable Object chain(
      @Nullable Object dot, Chain chain, List<Operand> args, @Nullable Object last)
      throws TemplateException {
    frame.at(chain);
    if (chain.base() instanceof Node.Nil) {
      throw frame.error("indirection through explicit nil in " + chain);
    }
    Object base = argument(dot, Param.ANY, chain.base());
    return fields(dot, base, chain, chain.names(), args, last);
  }

  private @Nullable Object variable(
      @Nullable Object dot, Variable variable, List<Operand> args, @Nullable Object last)
      throws TemplateException {
    frame.at(variable);
    Object value = frame.get(variable.names().getFirst());
    if (variable.names().size() == 1) {
      refuseArguments(args, last);
      return value;
    }
    List<String> names = variable.names().subList(1, variable.names().size());
    return fields(dot, value, variable, names, args, last);
  }

  /** Evaluates a chain of fields; the arguments belong to the last one, if it is a method. */
  private @Nullable Object fields(
      @Nullable Object dot,
      @Nullable Object receiver,
      Operand node,
      List<String> names,
      List<Operand> args,
      @Nullable Object last)
      throws TemplateException {
    Object value = receiver;
    for (String name : names.subList(0, names.size() - 1)) {
      value = select(dot, value, name, node, List.of(), MISSING);
    }
    return select(dot, value, names.getLast(), node, args, last);
  }

  private @Nullable Object select(
      @Nullable Object dot,
      @Nullable Object receiver,
      String name,
      Operand node,
      List<Operand> args,
      @Nullable Object last)
      throws TemplateException {
    if (receiver == null) {
      if (frame.template().failsOnMissingKeys()) {
        throw frame.error("nil data; no entry for key " + GoQuote.quote(name));
      }
      return null;
    }
    String type = GoType.name(receiver);
    Object target = GoType.unbox(receiver);
    if (target == null) {
      throw frame.error("nil pointer evaluating " + type + "." + name);
    }
    boolean hasArguments = args.size() > 1 || last != MISSING;
    if (target instanceof Map<?, ?> map) {
      return entry(map, name, hasArguments);
    }
    if (target instanceof GoStruct struct) {
      GoFunction method = struct.method(name);
      if (method != null) {
        return call(dot, method, name, node, args, last);
      }
      if (struct.hasField(name)) {
        return fieldOf(struct, name, hasArguments);
      }
    }
    throw frame.error("can't evaluate field " + name + " in type " + type);
  }

  private @Nullable Object entry(Map<?, ?> map, String name, boolean hasArguments)
      throws TemplateException {
    if (hasArguments) {
      throw frame.error(name + " is not a method but has arguments");
    }
    if (map.containsKey(name)) {
      return GoType.element(map, map.get(name));
    }
    if (frame.template().failsOnMissingKeys()) {
      throw frame.error("map has no entry for key " + GoQuote.quote(name));
    }
    return null;
  }

  private @Nullable Object fieldOf(GoStruct struct, String name, boolean hasArguments)
      throws TemplateException {
    if (struct.isNil()) {
      throw frame.error("nil pointer evaluating " + struct.typeName() + "." + name);
    }
    if (hasArguments) {
      throw frame.error(name + " has arguments but cannot be invoked as function");
    }
    return struct.field(name);
  }

  private @Nullable Object function(
      @Nullable Object dot,
      Identifier identifier,
      Node node,
      List<Operand> args,
      @Nullable Object last)
      throws TemplateException {
    frame.at(identifier);
    String name = identifier.name();
    GoFunction function = Functions.find(name, frame.template().mode());
    if (function == null) {
      throw frame.error(GoQuote.quote(name) + " is not a defined function");
    }
    if (name.equals("and") || name.equals("or")) {
      parameters.checkCount(function, name, Math.max(0, args.size() - 1), last != MISSING);
      return shortCircuit(dot, name.equals("or"), args, last);
    }
    return call(dot, function, name, node, args, last);
  }

  private @Nullable Object shortCircuit(
      @Nullable Object dot, boolean stopAt, List<Operand> args, @Nullable Object last)
      throws TemplateException {
    Object value = null;
    for (Operand arg : args.subList(1, args.size())) {
      value = GoType.unbox(argument(dot, Param.ANY, arg));
      if (GoType.isTrue(value) == stopAt) {
        return value;
      }
    }
    return last == MISSING ? value : last;
  }

  private @Nullable Object call(
      @Nullable Object dot,
      GoFunction function,
      String name,
      Node node,
      List<Operand> args,
      @Nullable Object last)
      throws TemplateException {
    parameters.checkCount(function, name, Math.max(0, args.size() - 1), last != MISSING);
    List<@Nullable Object> values = new ArrayList<>();
    for (int i = 1; i < args.size(); i++) {
      Param param = Parameters.param(function, i - 1);
      values.add(Parameters.passed(argument(dot, param, args.get(i)), param));
    }
    if (last != MISSING) {
      Param param = Parameters.param(function, values.size());
      values.add(Parameters.passed(parameters.checked(last, param), param));
    }
    try {
      return function.body().call(values);
    } catch (TemplateException e) {
      frame.at(node);
      String message =
          name.equals("call")
              ? String.valueOf(e.getMessage()).replace("%s", callee(args, values))
              : e.getMessage();
      throw frame.error("error calling " + name + ": " + message);
    }
  }

  /**
   * Returns the name of the argument of call for errors: its source text, or reflect's name of a
   * value.
   */
  private static String callee(List<Operand> args, List<@Nullable Object> values) {
    Object value = values.getLast();
    if (args.size() > 1) {
      return args.get(1).toString();
    }
    return value instanceof String text ? text : '<' + GoType.name(value) + " Value>";
  }

  private @Nullable Object argument(@Nullable Object dot, Param param, Operand arg)
      throws TemplateException {
    frame.at(arg);
    return switch (arg) {
      case Node.Dot _ -> parameters.checked(dot, param);
      case Node.Nil _ -> {
        if (!param.canBeNil()) {
          throw frame.error("cannot assign nil to " + param.typeName());
        }
        yield param == Param.STRINGS ? new GoSlice(param.typeName(), null) : null;
      }
      case Field field -> parameters.checked(field(dot, field, List.of(), MISSING), param);
      case Variable variable ->
          parameters.checked(variable(dot, variable, List.of(), MISSING), param);
      case Pipe pipe -> parameters.checked(pipeline(dot, pipe), param);
      case Identifier name ->
          parameters.checked(function(dot, name, name, List.of(), MISSING), param);
      case Chain chain -> parameters.checked(chain(dot, chain, List.of(), MISSING), param);
      case Node.Bool _, Node.Str _, Constant _ ->
          param == Param.ANY || param == Param.VALUE
              ? plainValue(dot, arg)
              : parameters.literal(param, arg);
    };
  }
}
