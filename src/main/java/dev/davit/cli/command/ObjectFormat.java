package dev.davit.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.cli.CommandException;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Invocation;
import dev.davit.format.Fields;
import dev.davit.format.template.JsonWriter;
import dev.davit.format.template.Template;
import dev.davit.format.template.TemplateException;
import java.io.IOException;

/** How {@code --format} shows one thing: as {@code json}, or by a template. */
final class ObjectFormat {
  private ObjectFormat() {}

  static void print(Invocation in, String format, Fields thing) throws IOException {
    StringBuilder out = new StringBuilder();
    if (format.equals("json")) {
      JsonWriter.writeHtmlSafe(thing, out);
      in.streams().printSentJson(out.append('\n').toString().getBytes(UTF_8));
      return;
    }
    try {
      Template.parse(format).on(in.streams()::outIsTerminal).execute(thing, out);
    } catch (TemplateException e) {
      throw new CommandException(InspectCommand.misfit(e), ExitCode.BAD_TEMPLATE, e);
    }
    in.streams().print(out.append('\n'));
  }
}
