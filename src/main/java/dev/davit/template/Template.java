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
 * json.Number), lists, maps with string keys, and {@link GoTyped} values. An error's message is
 * Go's; callers put docker's own words in front.
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

  /** The same template, with a missing map key an error: inspect on what the engine sent. */
  public Template failingOnMissingKeys() {
    return new Template(text, definitions, true, mode, terminal);
  }

  /**
   * The same template where its result is shown on a terminal, which what it prints of the data
   * must not steer; its own text may.
   */
  public Template on(BooleanSupplier terminal) {
    return new Template(text, definitions, failsOnMissingKeys, mode, terminal);
  }

  /**
   * The same template for a table's header line: it is executed over the headers by field name, and
   * functions such as {@code json} and {@code lower} leave them as they are.
   */
  public Template forHeaders() {
    return new Template(text, definitions, failsOnMissingKeys, Functions.Mode.HEADERS, terminal);
  }

  /** Appends the result; after an error, what came before it has been appended. */
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

  /** Whether what has been appended from a place on would steer the terminal that shows it. */
  boolean steersTerminal(StringBuilder out, int begin) {
    return terminal != null && ControlBytes.areIn(out, begin) && terminal.getAsBoolean();
  }

  Functions.Mode mode() {
    return mode;
  }
}
