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

/** The steps that all commands share which show objects as JSON or by a template. */
public final class InspectRunner {
  private InspectRunner() {}

  /** Adds what one name stands for. */
  public interface Adding {
    void add(Inspection inspection, String name) throws IOException, TemplateException;
  }

  /** Shows what all names stand for, in their order, and then what went wrong. */
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

  /** How things are shown; refuses a template that is none. */
  public static Inspection inspection(CommandContext in, String format, boolean inLines) {
    try {
      BooleanSupplier terminal = in.streams()::outIsTerminal;
      return inLines ? Inspection.inLines(format, terminal) : Inspection.by(format, terminal);
    } catch (TemplateException e) {
      throw new CommandException(misfit(e), ExitCode.BAD_TEMPLATE, e);
    }
  }

  /** What is said of a template that is none, or that a thing does not fit. */
  public static String misfit(TemplateException e) {
    return "template parsing error: " + e.getMessage();
  }
}
