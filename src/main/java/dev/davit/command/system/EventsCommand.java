package dev.davit.command.system;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.CommonFlags;
import dev.davit.cli.flags.Flag;
import dev.davit.command.shared.ListRunner;
import dev.davit.command.shared.ObjectFormat;
import dev.davit.command.shared.OutputFlags;
import dev.davit.engine.http.JsonStream;
import dev.davit.engine.model.EngineEvent;
import dev.davit.gotypes.LocalZone;
import dev.davit.opts.Filters;
import dev.davit.output.OutputLines;
import dev.davit.output.OutputSchema;
import dev.davit.output.schema.EventOutput;
import dev.davit.resource.EventText;
import dev.davit.resource.EventType;
import dev.davit.template.TemplateException;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code davit events}: prints the engine's events as they happen. Mirrors
 * cli/command/system/events.go.
 */
public final class EventsCommand implements Command {
  private static final Flag<List<String>> FILTER =
      CommonFlags.filter("type=container or event=die", Completers.EVENTS_FILTER);
  private static final Flag<String> FORMAT =
      Flag.string("format", "Output format: 'json' or a Go template")
          .completes(
              Completer.objectFormat(
                  "Action Actor.Attributes Actor.ID From ID Scope Status Time TimeNano Type"));
  private static final Flag<String> SINCE =
      Flag.string(
          "since",
          "Show events since a time, for example 2013-01-02T13:23:37Z, or a duration ago, such as 42m");
  private static final Flag<String> UNTIL =
      Flag.string(
          "until",
          "Stop at a time, for example 2013-01-02T13:23:37Z, or a duration ago, such as 42m");

  /** Prints one event. */
  private interface Output {
    void print(EngineEvent event) throws IOException;
  }

  @Override
  public Usage usage() {
    return Usage.exactly(0, "[OPTIONS]");
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(FILTER, FORMAT, OutputFlags.OUTPUT, SINCE, UNTIL);
  }

  @Override
  public OutputSchema<?> output() {
    return EventOutput.SCHEMA;
  }

  @Override
  public int run(CommandContext in) throws IOException {
    requireNoConflict(in);
    OutputLines<EngineEvent> lines =
        in.get(OutputFlags.OUTPUT) == null ? null : ListRunner.output(in, EventOutput.SCHEMA);
    Output output = lines == null ? output(in, in.get(FORMAT)) : event -> print(in, lines, event);
    String since = time(in, in.get(SINCE));
    String until = time(in, in.get(UNTIL));
    String filters = Filters.toJson(in.get(FILTER));
    try (JsonStream<EngineEvent> events = in.engine().system().events(since, until, filters)) {
      for (EngineEvent event = events.next(); event != null; event = events.next()) {
        output.print(event);
      }
    }
    if (lines != null) {
      in.streams().print(lines.text());
    }
    return ExitCode.SUCCESS;
  }

  private static void requireNoConflict(CommandContext in) {
    if (in.get(OutputFlags.OUTPUT) != null && in.flags().given(FORMAT)) {
      throw CommandException.conflict("--format", "--output");
    }
  }

  private static void print(CommandContext in, OutputLines<EngineEvent> lines, EngineEvent event)
      throws IOException {
    lines.add(event);
    in.streams().print(lines.taken());
  }

  /** Returns the output in a format, which is tried on an event without values, as by docker. */
  private static Output output(CommandContext in, String format) {
    if (format.isEmpty()) {
      EventText text = new EventText(LocalZone.of(in.app().env().get("TZ")));
      return event -> in.streams().printSent(text.line(event));
    }
    try {
      ObjectFormat parsed = ObjectFormat.parse(format);
      parsed.template().execute(EventType.NONE, new StringBuilder());
      return event -> print(in, parsed, event);
    } catch (TemplateException e) {
      throw new CommandException(
          "Error parsing format: " + e.getMessage(), ExitCode.BAD_TEMPLATE, e);
    }
  }

  private static void print(CommandContext in, ObjectFormat format, EngineEvent event)
      throws IOException {
    TemplateException mistake = format.print(in.streams(), EventType.value(event));
    if (mistake != null) {
      throw CommandException.refused(String.valueOf(mistake.getMessage()));
    }
  }

  private static @Nullable String time(CommandContext in, String given) {
    if (given.isEmpty()) {
      return null;
    }
    try {
      return in.timestamps().parse(given);
    } catch (IllegalArgumentException e) {
      throw CommandException.refused(String.valueOf(e.getMessage()));
    }
  }
}
