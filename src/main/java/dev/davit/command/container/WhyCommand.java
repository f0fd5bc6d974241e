package dev.davit.command.container;

import dev.davit.cli.CommandContext;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagValues;
import dev.davit.command.selection.ContainerSelection;
import dev.davit.command.selection.Selected;
import dev.davit.command.selection.SelectionFlags;
import dev.davit.command.selection.TakesContainers;
import dev.davit.command.shared.ForEachTarget;
import dev.davit.command.shared.InParallel;
import dev.davit.command.shared.ListRunner;
import dev.davit.command.shared.OutputFlags;
import dev.davit.diagnosis.Cause;
import dev.davit.diagnosis.Evidence;
import dev.davit.diagnosis.Explanation;
import dev.davit.engine.Engine;
import dev.davit.engine.LogsOptions;
import dev.davit.engine.http.ApiResponse;
import dev.davit.engine.http.EngineException;
import dev.davit.engine.http.JsonStream;
import dev.davit.engine.model.ContainerDetails;
import dev.davit.engine.model.EngineEvent;
import dev.davit.logs.line.LineReader;
import dev.davit.logs.line.LogLine;
import dev.davit.logs.line.LogTime;
import dev.davit.output.OutputSchema;
import dev.davit.output.schema.ExplanationOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code davit why}: explains the state of containers, by what the engine reports about them, their
 * events and their logs. docker does not have it.
 */
public final class WhyCommand implements TakesContainers {
  /** The number of lines of the logs. */
  private static final int LINES = 10;

  /** The time in nanoseconds after an exit in which engines report the end of a stop. */
  private static final long AFTER_EXIT = 2 * LogTime.SECOND;

  /** The longest part of a line that is read, in bytes. */
  private static final int LONGEST = 4096;

  @Override
  public Usage usage() {
    return Usage.atLeast(1, "[OPTIONS] CONTAINER [CONTAINER...]");
  }

  @Override
  public List<Flag<?>> flags() {
    return SelectionFlags.severalWith(List.of(OutputFlags.OUTPUT));
  }

  @Override
  public Completer argument(int place, FlagValues given) {
    return Completers.CONTAINER;
  }

  @Override
  public OutputSchema<?> output() {
    return ExplanationOutput.SCHEMA;
  }

  @Override
  public int run(CommandContext in) throws IOException {
    List<String> names = ContainerSelection.of(in).stream().map(Selected::argument).toList();
    Instant now = in.app().clock().instant();
    List<Explanation> explanations = new ArrayList<>();
    List<String> errors =
        ForEachTarget.collect(
            InParallel.start(names, name -> explain(in.engine(), name)),
            (name, explanation) -> explanations.add(explanation));
    if (in.get(OutputFlags.OUTPUT) != null) {
      in.streams().print(ListRunner.output(in, ExplanationOutput.SCHEMA).of(explanations));
    } else {
      List<String> texts = explanations.stream().map(each -> each.text(now)).toList();
      in.streams().printSent(String.join("\n", texts));
    }
    return ForEachTarget.exitCode(in.streams(), errors);
  }

  private static Explanation explain(Engine engine, String name) throws IOException {
    ContainerDetails container = engine.containers().inspect(name);
    List<String> logs = logs(engine, container);
    Evidence evidence = new Evidence(container, events(engine, container), logs);
    return new Explanation(container, Cause.of(evidence), logs);
  }

  /** Returns the events between the last start and the last exit; none while it is running. */
  private static List<EngineEvent> events(Engine engine, ContainerDetails container)
      throws IOException {
    long started = LogTime.parse(container.state().startedAt());
    long finished = LogTime.parse(container.state().finishedAt());
    if (started == 0 || finished < started) {
      return List.of();
    }
    List<EngineEvent> events = new ArrayList<>();
    try (JsonStream<EngineEvent> stream =
        engine
            .system()
            .containerEvents(
                container.id(), LogTime.seconds(started), LogTime.seconds(finished + AFTER_EXIT))) {
      for (EngineEvent event = stream.next(); event != null; event = stream.next()) {
        events.add(event);
      }
    }
    return events;
  }

  /** Returns the last lines; none if the engine cannot read them. */
  private static List<String> logs(Engine engine, ContainerDetails container) throws IOException {
    LogsOptions options =
        new LogsOptions(true, true, false, true, false, null, null, String.valueOf(LINES));
    List<String> lines = new ArrayList<>();
    try (ApiResponse logs = engine.containers().logs(container.id(), options)) {
      LineReader reader = new LineReader(logs.body(), !container.config().tty());
      for (LogLine line = reader.next(); line != null; line = reader.next()) {
        if (line.begins()) {
          byte[] text = line.text();
          int length = Math.min(text.length, LONGEST);
          lines.add(new String(text, 0, length, StandardCharsets.UTF_8).stripTrailing());
        }
      }
    } catch (EngineException e) {
      return List.of();
    }
    return lines.subList(Math.max(0, lines.size() - LINES), lines.size());
  }
}
