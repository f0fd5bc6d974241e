package dev.davit.resource;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParser;
import dev.davit.json.JsonBinding;
import dev.davit.json.JsonIndent;
import dev.davit.template.GoStruct;
import dev.davit.template.JsonWriter;
import dev.davit.template.Template;
import dev.davit.template.TemplateException;
import dev.davit.text.ControlBytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The output of {@code inspect}: the engine's JSON as an array or as lines, or the output of a
 * template. Mirrors cli/command/inspect/inspector.go.
 */
public final class Inspection {
  private final @Nullable Template template;
  private final Layout layout;
  private final BooleanSupplier terminal;
  private final List<byte[]> found = new ArrayList<>();
  private final StringBuilder lines = new StringBuilder();

  private Inspection(String format, Layout layout, BooleanSupplier terminal)
      throws TemplateException {
    boolean json = format.isEmpty() || format.equals("json");
    this.terminal = terminal;
    this.template = json ? null : Template.parse(format).on(terminal);
    this.layout = layout;
  }

  /** The layouts of JSON. */
  private enum Layout {
    ARRAY,
    COMPACT_ARRAY,
    LINES
  }

  /**
   * Prints in a format.
   *
   * @param format empty for an indented array, {@code json} for a compact one, else a template
   * @param terminal whether the output goes to a terminal
   * @throws TemplateException with Go's words if the template is invalid
   */
  public static Inspection by(String format, BooleanSupplier terminal) throws TemplateException {
    Layout layout = format.isEmpty() ? Layout.ARRAY : Layout.COMPACT_ARRAY;
    return new Inspection(format, layout, terminal);
  }

  /** Prints each object on a line, as JSON if the format is empty or {@code json}. */
  public static Inspection inLines(String format, BooleanSupplier terminal)
      throws TemplateException {
    return new Inspection(format, Layout.LINES, terminal);
  }

  /** Whether the result is a JSON array. */
  public boolean isArray() {
    return template == null && layout != Layout.LINES;
  }

  /** Adds an object without a Go type. */
  public void add(byte[] json) throws IOException, TemplateException {
    add(json, null);
  }

  /** Adds a Go value; a template sees only this value, not the engine's JSON. */
  public void add(GoStruct value) throws TemplateException {
    if (template == null) {
      StringBuilder json = new StringBuilder();
      JsonWriter.write(value, json);
      found.add(htmlSafe(json.toString()).getBytes(UTF_8));
      return;
    }
    StringBuilder line = new StringBuilder();
    template.execute(value, line);
    lines.append(line).append('\n');
  }

  /**
   * Adds an object as docker writes it after reading it into its Go type.
   *
   * @throws IOException if the object does not fit the type
   */
  public void addDecoded(byte[] json, ObjectKind kind) throws IOException, TemplateException {
    GoStruct value;
    try (JsonParser parser = JsonBinding.parser(json)) {
      parser.nextToken();
      InspectedType type = Objects.requireNonNull(kind.type());
      value = (GoStruct) Objects.requireNonNull(type.value(JsonBinding.tree(parser)));
    } catch (RuntimeException e) {
      throw new IOException("invalid " + kind + " from the engine: a value has the wrong type", e);
    }
    add(value);
  }

  /** Escapes characters that JSON has in strings only. */
  private static String htmlSafe(String json) {
    return json.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
  }

  /** Adds an object as the engine sent it; {@code type} is null for an object without a Go type. */
  public void add(byte[] json, @Nullable InspectedType type) throws IOException, TemplateException {
    if (template == null) {
      found.add(json);
      return;
    }
    // output of a template that fails is dropped
    try (JsonParser parser = JsonBinding.parser(json)) {
      parser.nextToken();
      lines.append(line(template, JsonBinding.tree(parser), type)).append('\n');
    }
  }

  /**
   * Executes the template on the Go type, as docker does, and if that fails on the engine's JSON.
   */
  private static StringBuilder line(
      Template template, @Nullable Object json, @Nullable InspectedType type)
      throws TemplateException {
    StringBuilder line = new StringBuilder();
    if (type != null) {
      try {
        template.execute(type.value(json), line);
        return line;
      } catch (TemplateException
          | ClassCastException
          | ArithmeticException
          | IllegalArgumentException e) {
        line.setLength(0);
      }
    }
    template.failingOnMissingKeys().execute(json, line);
    return line;
  }

  /** Returns the complete output. */
  public byte[] result() {
    if (template != null) {
      boolean emptyLine = lines.isEmpty() && layout != Layout.LINES;
      return (emptyLine ? "\n" : lines.toString()).getBytes(UTF_8);
    }
    byte[] json = json();
    String text = new String(json, UTF_8);
    return ControlBytes.areIn(text) && terminal.getAsBoolean()
        ? ControlBytes.shownInJson(text).getBytes(UTF_8)
        : json;
  }

  private byte[] json() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    if (layout == Layout.LINES) {
      for (byte[] each : found) {
        all.writeBytes(JsonIndent.compact(each));
        all.write('\n');
      }
      return all.toByteArray();
    }
    all.write('[');
    for (int i = 0; i < found.size(); i++) {
      if (i > 0) {
        all.write(',');
      }
      all.writeBytes(found.get(i));
    }
    all.write(']');
    byte[] json =
        layout == Layout.COMPACT_ARRAY
            ? JsonIndent.compact(all.toByteArray())
            : JsonIndent.indent(all.toByteArray());
    ByteArrayOutputStream line = new ByteArrayOutputStream(json.length + 1);
    line.writeBytes(json);
    line.write('\n');
    return line.toByteArray();
  }
}
