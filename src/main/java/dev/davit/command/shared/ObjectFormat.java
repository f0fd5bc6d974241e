package dev.davit.command.shared;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.json.Json;
import dev.davit.output.OutputFormat;
import dev.davit.template.Template;
import dev.davit.template.TemplateException;
import dev.davit.terminal.Streams;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code --format} or {@code --output} of a command that prints one object.
 *
 * @param template the template; of {@code json}, the one that prints the whole object
 * @param output the format of {@code --output}, into which the JSON is converted; null for none
 */
public record ObjectFormat(Template template, boolean isJson, @Nullable OutputFormat output) {
  /** Parses the value of {@code --format}. */
  public static ObjectFormat parse(String format) throws TemplateException {
    boolean json = format.equals("json");
    return new ObjectFormat(Template.parse(json ? "{{json .}}" : format), json, null);
  }

  /** Returns the format for the value of {@code --output}. */
  public static ObjectFormat of(OutputFormat output) throws TemplateException {
    return new ObjectFormat(parse("json").template, true, output);
  }

  /** Reads a JSON object as a map; members keep their order, and numbers their spelling. */
  @SuppressWarnings("unchecked") // the keys of a JSON object are texts
  public static Map<String, @Nullable Object> object(String json) throws IOException {
    try {
      if (Json.only(json.getBytes(UTF_8)) instanceof Map<?, ?> object) {
        return (Map<String, @Nullable Object>) object;
      }
      throw new IOException("not a JSON object: " + json);
    } catch (Json.SyntaxException e) {
      throw new IOException("not JSON: " + e.getMessage(), e);
    }
  }

  /**
   * Prints an object and a line end. After an error of the template, prints the output so far.
   *
   * @return the error of the template; null without one
   */
  public @Nullable TemplateException print(Streams streams, Object value) throws IOException {
    return print(streams, value, "\n");
  }

  /** Prints an object as {@link #print(Streams, Object)} does, with another end. */
  public @Nullable TemplateException print(Streams streams, Object value, String end)
      throws IOException {
    StringBuilder out = new StringBuilder();
    TemplateException mistake = null;
    try {
      (isJson ? template : template.on(streams::outIsTerminal)).execute(value, out);
    } catch (TemplateException e) {
      mistake = e;
    }
    if (output != null) {
      String text = output.text(object(out.toString()));
      streams.printSentJson(text.getBytes(UTF_8)); // YAML has no control characters
      return mistake;
    }
    out.append(end);
    if (isJson) {
      streams.printSentJson(out.toString().getBytes(UTF_8));
    } else {
      streams.print(out);
    }
    return mistake;
  }
}
