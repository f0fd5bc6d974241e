package dev.davit.cli.command;

import dev.davit.cli.Command;
import dev.davit.cli.CommandException;
import dev.davit.cli.ExitCode;
import dev.davit.cli.ForEachTarget;
import dev.davit.cli.Invocation;
import dev.davit.cli.Usage;
import dev.davit.cli.flags.Flag;
import dev.davit.engine.Engine;
import dev.davit.engine.EngineException;
import dev.davit.engine.GoQuote;
import dev.davit.format.Inspection;
import dev.davit.format.template.TemplateException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** {@code davit inspect} and {@code davit container inspect}: mirrors cli/command/inspect. */
public final class InspectCommand implements Command {
  private static final Flag<String> FORMAT =
      Flag.string("format", 'f', "Show it by 'json' or a Go template");
  private static final Flag<Boolean> SIZE = Flag.bool("size", 's', "The sizes of a container too");
  private static final Flag<String> TYPE =
      Flag.string("type", "Only a container, or only an image, of that name");

  private final boolean containersOnly;

  private InspectCommand(boolean containersOnly) {
    this.containersOnly = containersOnly;
  }

  /** {@code davit inspect}. */
  public static InspectCommand ofAnything() {
    return new InspectCommand(false);
  }

  /** {@code davit container inspect}. */
  public static InspectCommand ofContainers() {
    return new InspectCommand(true);
  }

  @Override
  public Usage usage() {
    return containersOnly
        ? Usage.atLeast(1, "[OPTIONS] CONTAINER [CONTAINER...]")
        : Usage.atLeast(1, "[OPTIONS] NAME|ID [NAME|ID...]");
  }

  @Override
  public List<Flag<?>> flags() {
    return containersOnly ? List.of(FORMAT, SIZE) : List.of(FORMAT, SIZE, TYPE);
  }

  @Override
  public int run(Invocation in) throws IOException {
    String type = containersOnly ? "container" : in.get(TYPE);
    Inspection inspection = inspection(in.get(FORMAT));
    List<String> errors = new ArrayList<>();
    for (String name : in.args()) {
      try {
        inspection.add(find(in, type, name));
      } catch (EngineException e) {
        errors.add(containersOnly ? String.valueOf(e.getMessage()) : "Error: " + e.reason());
      } catch (IOException e) {
        errors.add(String.valueOf(e.getMessage()));
      } catch (TemplateException e) {
        errors.add("template parsing error: " + e.getMessage());
        break;
      }
    }
    in.streams().out().write(inspection.result());
    return ForEachTarget.exitCode(in.streams(), errors);
  }

  private static Inspection inspection(String format) {
    try {
      return Inspection.by(format);
    } catch (TemplateException e) {
      throw new CommandException(
          "template parsing error: " + e.getMessage(), ExitCode.BAD_TEMPLATE, e);
    }
  }

  /** A container of that name, else an image. */
  private static byte[] find(Invocation in, String type, String name) throws IOException {
    Engine engine = in.engine();
    return switch (type) {
      case "container" -> engine.containers().inspectRaw(name, in.get(SIZE));
      case "image" -> engine.images().inspectRaw(name);
      case "" -> {
        try {
          yield engine.containers().inspectRaw(name, in.get(SIZE));
        } catch (EngineException e) {
          if (!e.isNotFound()) {
            throw e;
          }
        }
        try {
          yield engine.images().inspectRaw(name);
        } catch (EngineException e) {
          throw e.isNotFound() ? new EngineException(404, "No such object: " + name) : e;
        }
      }
      default ->
          throw CommandException.refused(
              "unknown type: " + GoQuote.quote(type) + ": must be one of \"container\", \"image\"");
    };
  }
}
