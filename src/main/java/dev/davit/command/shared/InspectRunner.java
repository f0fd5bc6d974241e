package dev.davit.command.shared;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.ExitCode;
import dev.davit.cli.flags.CommonFlags;
import dev.davit.resource.Inspection;
import dev.davit.template.TemplateException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** The steps of all commands that print objects as JSON or by a template. */
public final class InspectRunner {
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
    in.streams().out().write(inspection.result());
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
      BooleanSupplier terminal = in.streams()::outIsTerminal;
      return inLines ? Inspection.inLines(format, terminal) : Inspection.by(format, terminal);
    } catch (TemplateException e) {
      throw new CommandException(misfit(e), ExitCode.BAD_TEMPLATE, e);
    }
  }

  /** The message for a template that is invalid or that fails for an object. */
  public static String misfit(TemplateException e) {
    return "template parsing error: " + e.getMessage();
  }
}
