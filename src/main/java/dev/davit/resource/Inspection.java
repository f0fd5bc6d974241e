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
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What {@code inspect} prints: the engine's JSON as an array, each object as a line of JSON, or by
 * a template. Mirrors cli/command/inspect/inspector.go.
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

  /** How JSON is shown. */
  private enum Layout {
    ARRAY,
    COMPACT_ARRAY,
    LINES
  }

  /**
   * Shows by a format.
   *
   * @param format empty for an array laid out, {@code json} for a compact one, else a template
   * @param terminal whether a terminal shows it
   * @throws TemplateException with Go's words if it is none
   */
  public static Inspection by(String format, BooleanSupplier terminal) throws TemplateException {
    Layout layout = format.isEmpty() ? Layout.ARRAY : Layout.COMPACT_ARRAY;
    return new Inspection(format, layout, terminal);
  }

  /** Shows each thing by itself: as a line of JSON if the format is empty or {@code json}. */
  public static Inspection inLines(String format, BooleanSupplier terminal)
      throws TemplateException {
    return new Inspection(format, Layout.LINES, terminal);
  }

  /** Takes a thing of no type as the engine sent it. */
  public void add(byte[] json) throws IOException, TemplateException {
    add(json, null);
  }

  /** Takes what has a Go type, and no other form to try a template on. */
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

  /** These characters stand in strings only. */
  private static String htmlSafe(String json) {
    return json.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
  }

  /** Takes a thing as the engine sent it; null for one of no type. */
  public void add(byte[] json, @Nullable InspectedType type) throws IOException, TemplateException {
    if (template == null) {
      found.add(json);
      return;
    }
    // what a template printed before it failed is not shown
    try (JsonParser parser = JsonBinding.parser(json)) {
      parser.nextToken();
      lines.append(line(template, JsonBinding.tree(parser), type)).append('\n');
    }
  }

  /**
   * docker tries Go's type first, and where the template doesn't fit that, what the engine sent.
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

  /** All that there is to print. */
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
