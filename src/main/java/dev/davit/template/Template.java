package dev.davit.template;

import dev.davit.template.Node.Sequence;
import dev.davit.text.ControlBytes;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A parsed {@code --format} template: Go's text/template with docker's functions.
 *
 * <p>Data are null, Boolean, String, Integer (Go's int), Long (int64), Double, any other Number (a
 * json.Number), lists, maps with string keys, and {@link GoTyped} values. Errors have Go's
 * messages; callers add docker's prefix.
 */
public final class Template {
  private final String text;
  private final Map<String, Sequence> definitions;
  private final boolean failsOnMissingKeys;
  private final Functions.Mode mode;
  private final @Nullable BooleanSupplier terminal;

  private Template(
      String text,
      Map<String, Sequence> definitions,
      boolean failsOnMissingKeys,
      Functions.Mode mode,
      @Nullable BooleanSupplier terminal) {
    this.text = text;
    this.definitions = definitions;
    this.failsOnMissingKeys = failsOnMissingKeys;
    this.mode = mode;
    this.terminal = terminal;
  }

  public static Template parse(String text) throws TemplateException {
    return new Template(text, Parser.parse(text), false, Functions.Mode.VALUES, null);
  }

  /** Returns this template with an error for missing map keys, for inspect on an engine's JSON. */
  public Template failingOnMissingKeys() {
    return new Template(text, definitions, true, mode, terminal);
  }

  /**
   * Returns this template with output that escapes control characters of the data if it goes to a
   * terminal; the template's own text is not escaped.
   */
  public Template on(BooleanSupplier terminal) {
    return new Template(text, definitions, failsOnMissingKeys, mode, terminal);
  }

  /**
   * Returns this template for the heading line of a table: it is executed on the headings by field
   * name, and functions such as {@code json} and {@code lower} return them unchanged.
   */
  public Template forHeaders() {
    return new Template(text, definitions, failsOnMissingKeys, Functions.Mode.HEADERS, terminal);
  }

  /**
   * Executes the template and appends its output; after an error, the output so far is appended.
   */
  public void execute(@Nullable Object data, StringBuilder out) throws TemplateException {
    Evaluator.run(
        this, definitions.getOrDefault("", new Sequence(0, java.util.List.of())), data, out);
  }

  String text() {
    return text;
  }

  @Nullable Sequence definition(String name) {
    return definitions.get(name);
  }

  boolean failsOnMissingKeys() {
    return failsOnMissingKeys;
  }

  /** Whether the output after an index has control characters and goes to a terminal. */
  boolean steersTerminal(StringBuilder out, int begin) {
    return terminal != null && ControlBytes.areIn(out, begin) && terminal.getAsBoolean();
  }

  Functions.Mode mode() {
    return mode;
  }
}
