package dev.davit.cli.command;

import dev.davit.cli.Command;
import dev.davit.cli.CommandException;
import dev.davit.cli.ExitCode;
import dev.davit.cli.ForEachTarget;
import dev.davit.cli.Invocation;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Argument;
import dev.davit.cli.flags.CommonFlags;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagValues;
import dev.davit.engine.Engine;
import dev.davit.engine.EngineException;
import dev.davit.engine.GoQuote;
import dev.davit.format.InspectedType;
import dev.davit.format.Inspection;
import dev.davit.format.template.TemplateException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code davit inspect} and {@code davit container inspect}: mirrors cli/command/inspect. */
public final class InspectCommand implements Command {
  private static final String CONTAINER = "container";

  /** In the order they are tried. */
  private static final List<String> KINDS = List.of(CONTAINER, "image", "network", "volume");

  /** What docker can inspect besides. */
  private static final List<String> OTHER_KINDS =
      List.of("config", "node", "plugin", "secret", "service", "task");

  private static final Flag<Boolean> SIZE = Flag.bool("size", 's', "The sizes of a container too");
  private static final Flag<String> TYPE =
      Flag.string("type", "Only one kind of thing: container, image, network, volume");

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
    return containersOnly
        ? List.of(CommonFlags.OBJECT_FORMAT, SIZE)
        : List.of(CommonFlags.OBJECT_FORMAT, SIZE, TYPE);
  }

  @Override
  public Argument argument(int place, FlagValues given) {
    return containersOnly ? Argument.CONTAINER : Argument.ofKind(given.get(TYPE));
  }

  @Override
  public int run(Invocation in) throws IOException {
    String type = containersOnly ? CONTAINER : in.get(TYPE);
    checkType(in, type);
    return inspect(in, (inspection, name) -> add(inspection, in, type, name));
  }

  /** Adds what one name stands for. */
  interface Adding {
    void add(Inspection inspection, String name) throws IOException, TemplateException;
  }

  /** Shows what all names stand for, in their order, and then what went wrong. */
  static int inspect(Invocation in, Adding adding) throws IOException {
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
  static Inspection inspection(Invocation in, String format, boolean inLines) {
    try {
      BooleanSupplier terminal = in.streams()::outIsTerminal;
      return inLines ? Inspection.inLines(format, terminal) : Inspection.by(format, terminal);
    } catch (TemplateException e) {
      throw new CommandException(misfit(e), ExitCode.BAD_TEMPLATE, e);
    }
  }

  /** What is said of a template that is none, or that a thing does not fit. */
  static String misfit(TemplateException e) {
    return "template parsing error: " + e.getMessage();
  }

  /** Adds what is of that kind; without one the first of that name, containers first. */
  private static void add(Inspection inspection, Invocation in, String type, String name)
      throws IOException, TemplateException {
    if (!type.isEmpty()) {
      addOfKind(inspection, in, type, name);
      return;
    }
    for (String kind : KINDS) {
      try {
        addOfKind(inspection, in, kind, name);
        return;
      } catch (EngineException e) {
        if (!e.isNotFound()) {
          throw e;
        }
      }
    }
    throw new IOException("Error: No such object: " + name);
  }

  private static void addOfKind(Inspection inspection, Invocation in, String kind, String name)
      throws IOException, TemplateException {
    Engine engine = in.engine();
    byte[] found =
        switch (kind) {
          case CONTAINER -> engine.containers().inspectRaw(name, in.get(SIZE));
          case "image" -> engine.images().inspectRaw(name);
          case "network" -> engine.networks().inspectRaw(name);
          default -> engine.volumes().inspectRaw(name);
        };
    if (in.get(SIZE) && !kind.equals(CONTAINER)) {
      in.streams().error("WARNING: --size ignored for " + kind);
    }
    inspection.add(found, InspectedType.valueOf(kind.toUpperCase(Locale.ROOT)));
  }

  private static void checkType(Invocation in, String type) {
    if (type.isEmpty() || KINDS.contains(type)) {
      return;
    }
    throw CommandException.refused(
        OTHER_KINDS.contains(type)
            ? in.app().name()
                + ": 'inspect --type "
                + type
                + "' is docker's; davit does not have it"
            : "unknown type: "
                + GoQuote.quote(type)
                + ": must be one of "
                + Stream.concat(KINDS.stream(), OTHER_KINDS.stream())
                    .sorted()
                    .map(GoQuote::quote)
                    .collect(Collectors.joining(", ")));
  }
}
