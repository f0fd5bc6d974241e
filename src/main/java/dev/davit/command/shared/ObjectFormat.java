package dev.davit.command.shared;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.template.Template;
import dev.davit.template.TemplateException;
import dev.davit.terminal.Streams;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * {@code --format} of a command that prints one object: {@code json} or a template.
 *
 * @param template the template; of {@code json}, the one that prints the whole object
 */
public record ObjectFormat(Template template, boolean isJson) {
  /** Parses the value of {@code --format}. */
  public static ObjectFormat parse(String format) throws TemplateException {
    boolean json = format.equals("json");
    return new ObjectFormat(Template.parse(json ? "{{json .}}" : format), json);
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
    out.append(end);
    if (isJson) {
      streams.printSentJson(out.toString().getBytes(UTF_8));
    } else {
      streams.print(out);
    }
    return mistake;
  }
}
