package dev.davit.command.shared;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.ExitCode;
import dev.davit.cli.flags.CommonFlags;
import dev.davit.output.OutputFormat;
import dev.davit.output.OutputLines;
import dev.davit.output.OutputSchema;
import dev.davit.output.schema.ObjectOutput;
import dev.davit.resource.Inspection;
import dev.davit.template.TemplateException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The steps of all commands that print objects as JSON or by a template. */
public final class InspectRunner {
  private static final OutputSchema<Map<String, @Nullable Object>> OBJECTS =
      ObjectOutput.list("inspect", "objects");

  private InspectRunner() {}

  /** Adds the object of a name to the output. */
  public interface Adding {
    void add(Inspection inspection, String name) throws IOException, TemplateException;
  }

  /**
   * Prints the objects of all names, in their order, and then the errors; returns the exit code.
   */
  public static int inspect(CommandContext in, Adding adding) throws IOException {
    Inspection inspection = inspection(in, in.get(CommonFlags.OBJECT_FORMAT), false);
    List<String> errors = new ArrayList<>();
    for (String name : in.args()) {
      try {
        adding.add(inspection, name);
      } catch (IOException e) {
        errors.add(String.valueOf(e.getMessage()));
      } catch (TemplateException e) {
        errors.add(misfit(e));
      }
    }
    print(in, inspection);
    return ForEachTarget.exitCode(in.streams(), errors);
  }

  /**
   * Returns the formatter for {@code --format}.
   *
   * @param inLines whether JSON is printed as one line for each object
   * @throws CommandException if the template is invalid
   */
  public static Inspection inspection(CommandContext in, String format, boolean inLines) {
    try {
      if (OutputFlags.ofObjects(in) != null) {
        return Inspection.inLines("", () -> false); // print() escapes control characters
      }
      BooleanSupplier terminal = in.streams()::outIsTerminal;
      return inLines ? Inspection.inLines(format, terminal) : Inspection.by(format, terminal);
    } catch (TemplateException e) {
      throw new CommandException(misfit(e), ExitCode.BAD_TEMPLATE, e);
    }
  }

  /** Prints the objects of {@link #inspection} in its format. */
  public static void print(CommandContext in, Inspection inspection) throws IOException {
    OutputFormat format = OutputFlags.ofObjects(in);
    if (format == null && inspection.isArray() && in.joint() != null) {
      in.joint().array(inspection.result());
      return;
    }
    if (format == null) {
      in.streams().out().write(inspection.result());
      return;
    }
    OutputLines<Map<String, @Nullable Object>> lines =
        new OutputLines<>(OBJECTS, format, in.streams()::outIsTerminal);
    for (String line : new String(inspection.result(), UTF_8).lines().toList()) {
      lines.add(ObjectFormat.object(line));
    }
    in.streams().print(lines.text());
  }

  /** The message for a template that is invalid or that fails for an object. */
  public static String misfit(TemplateException e) {
    return "template parsing error: " + e.getMessage();
  }
}
