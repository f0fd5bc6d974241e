package dev.davit.template;

import static dev.davit.template.GoFunction.Param.ANY;
import static dev.davit.template.GoFunction.Param.INT;
import static dev.davit.template.GoFunction.Param.STRING;
import static dev.davit.template.GoFunction.Param.STRINGS;
import static dev.davit.template.GoFunction.Param.VALUE;

import dev.davit.template.GoFunction.Param;
import dev.davit.text.GoCase;
import dev.davit.text.GoQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The template functions by name: Go's, and docker's (docker/cli's templates.go). */
final class Functions {
  /** The execution mode; in HEADERS, docker's functions return their first argument. */
  enum Mode {
    VALUES,
    HEADERS
  }

  private Functions() {}

  static @Nullable GoFunction find(String name, Mode mode) {
    GoFunction header = mode == Mode.HEADERS ? ofHeader(name) : null;
    if (header != null) {
      return header;
    }
    GoFunction docker = ofDocker(name);
    return docker != null ? docker : ofGo(name);
  }

  private static @Nullable GoFunction ofHeader(String name) {
    return switch (name) {
      case "json", "lower", "title", "upper" -> GoFunction.of(List::getFirst, STRING);
      case "join", "split" -> GoFunction.of(List::getFirst, STRING, STRING);
      case "truncate" -> GoFunction.of(List::getFirst, STRING, INT);
      default -> null;
    };
  }

  private static @Nullable GoFunction ofDocker(String name) {
    return switch (name) {
      case "json" -> GoFunction.of(args -> json(args.getFirst()), ANY);
      case "join" ->
          GoFunction.of(args -> join((List<?>) arg(args, 0), text(args, 1)), STRINGS, STRING);
      case "split" -> GoFunction.of(args -> split(text(args, 0), text(args, 1)), STRING, STRING);
      case "lower" -> GoFunction.of(args -> GoCase.lower(text(args, 0)), STRING);
      case "upper" -> GoFunction.of(args -> GoCase.upper(text(args, 0)), STRING);
      case "title" -> GoFunction.of(args -> GoCase.title(text(args, 0)), STRING);
      case "pad" ->
          GoFunction.of(
              args -> pad(text(args, 0), number(args, 1), number(args, 2)), STRING, INT, INT);
      case "truncate" ->
          GoFunction.of(args -> truncate(text(args, 0), number(args, 1)), STRING, INT);
      default -> null;
    };
  }

  private static @Nullable GoFunction ofGo(String name) {
    return switch (name) {
      case "and" -> GoFunction.variadic(List::getLast, ANY, ANY);
      case "or" -> GoFunction.variadic(List::getLast, ANY, ANY);
      case "not" -> GoFunction.of(args -> !GoType.isTrue(args.getFirst()), ANY);
      case "eq" -> GoFunction.variadic(Comparison::anyEqual, ANY, ANY);
      case "ne" -> comparison((a, b) -> !Comparison.equal(a, b));
      case "lt" -> comparison(Comparison::less);
      case "le" -> comparison((a, b) -> Comparison.less(a, b) || Comparison.equal(a, b));
      case "gt" -> comparison((a, b) -> !Comparison.less(a, b) && !Comparison.equal(a, b));
      case "ge" -> comparison((a, b) -> !Comparison.less(a, b));
      case "index" -> GoFunction.variadic(Indexing::index, ANY, ANY);
      case "slice" -> GoFunction.variadic(Indexing::slice, ANY, VALUE);
      case "len" -> GoFunction.of(args -> Indexing.length(args.getFirst()), VALUE);
      case "print" -> GoFunction.variadic(GoPrinter::sprint, ANY);
      case "println" -> GoFunction.variadic(GoPrinter::sprintln, ANY);
      case "printf" -> GoFunction.variadic(Functions::printf, STRING, ANY);
      case "html" -> GoFunction.variadic(args -> Escaping.html(plainText(args)), ANY);
      case "js" -> GoFunction.variadic(args -> Escaping.javaScript(plainText(args)), ANY);
      case "urlquery" -> GoFunction.variadic(args -> GoQuery.escape(plainText(args)), ANY);
      case "call" -> GoFunction.variadic(Functions::call, ANY, ANY);
      default -> null;
    };
  }

  private interface Relation {
    boolean holds(@Nullable Object a, @Nullable Object b) throws TemplateException;
  }

  private static GoFunction comparison(Relation relation) {
    Param[] two = {ANY, ANY};
    return GoFunction.of(args -> relation.holds(args.get(0), args.get(1)), two);
  }

  /**
   * Fails, because docker's data contain no functions; {@code %s} in the message is replaced by the
   * name of the argument.
   */
  private static @Nullable Object call(List<@Nullable Object> args) throws TemplateException {
    Object callee = args.getFirst();
    throw new TemplateException(
        callee == null ? "call of nil" : "non-function %s of type " + GoType.name(callee));
  }

  private static String printf(List<@Nullable Object> args) {
    return new GoFormatter(args.subList(1, args.size())).format(text(args, 0));
  }

  /** Joins the arguments of an escaping function to one text. */
  private static String plainText(List<@Nullable Object> args) {
    if (args.size() == 1 && args.getFirst() instanceof String text) {
      return text;
    }
    List<@Nullable Object> shown = new ArrayList<>();
    args.forEach(arg -> shown.add(arg == null ? "<no value>" : arg));
    return GoPrinter.sprint(shown, false);
  }

  private static String json(@Nullable Object value) throws TemplateException {
    if (value instanceof GoComplex) {
      throw new TemplateException("json: unsupported type: complex128");
    }
    StringBuilder out = new StringBuilder();
    JsonWriter.write(value, out);
    return out.toString();
  }

  private static String join(List<?> parts, String separator) {
    StringBuilder out = new StringBuilder();
    for (Object part : parts) {
      out.append(out.isEmpty() ? "" : separator).append(part);
    }
    return out.toString();
  }

  private static GoSlice split(String text, String separator) {
    List<String> parts = new ArrayList<>();
    if (separator.isEmpty()) {
      text.codePoints().forEach(c -> parts.add(Character.toString(c)));
      return new GoSlice("[]string", parts);
    }
    int from = 0;
    for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
      parts.add(text.substring(from, at));
      from = at + separator.length();
    }
    parts.add(text.substring(from));
    return new GoSlice("[]string", parts);
  }

  private static String pad(String text, long before, long after) throws TemplateException {
    if (text.isEmpty()) {
      return text;
    }
    if (before < 0 || after < 0) {
      throw new TemplateException("strings: negative Repeat count");
    }
    if (before > Integer.MAX_VALUE || after > Integer.MAX_VALUE - before) {
      throw new TemplateException("strings: Repeat output length overflow");
    }
    return " ".repeat((int) before) + text + " ".repeat((int) after);
  }

  private static String truncate(String text, long length) throws TemplateException {
    if (Utf8.length(text) < length) {
      return text;
    }
    if (length < 0) {
      throw new TemplateException("runtime error: slice bounds out of range [:" + length + "]");
    }
    return Utf8.slice(text, 0, (int) length);
  }

  private static Object arg(List<@Nullable Object> args, int index) {
    return Objects.requireNonNull(args.get(index));
  }

  private static String text(List<@Nullable Object> args, int index) {
    return arg(args, index).toString();
  }

  private static long number(List<@Nullable Object> args, int index) {
    return ((Number) Objects.requireNonNull(GoNamed.bare(arg(args, index)))).longValue();
  }
}
