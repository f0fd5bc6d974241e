package dev.davit.output.schema;

import dev.davit.engine.model.EngineEvent;
import dev.davit.output.OutputField;
import dev.davit.output.OutputSchema;
import dev.davit.output.OutputTime;
import dev.davit.output.OutputType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The output of {@code events} for programs. */
public final class EventOutput {
  private static final long NANOS = 1_000_000_000;

  /** The fields of an event. */
  public static final OutputSchema<EngineEvent> SCHEMA =
      OutputSchema.list(
          "events",
          "The events of davit events, in the order in which they arrive.",
          List.of(
              new OutputField<>("time", OutputType.TIME.orNull(), "time", EventOutput::time),
              new OutputField<>(
                  "type",
                  OutputType.TEXT,
                  "kind of object, such as container or network",
                  EngineEvent::type),
              new OutputField<>(
                  "action",
                  OutputType.TEXT,
                  "what happened, such as create, start, die or destroy",
                  EngineEvent::action),
              new OutputField<>(
                  "id", OutputType.TEXT, "full ID of the object", event -> event.actor().id()),
              new OutputField<>(
                  "name",
                  OutputType.TEXT.orNull(),
                  "name of the object; null if not sent",
                  event -> Values.orNull(attributes(event).get("name"))),
              new OutputField<>(
                  "scope",
                  OutputType.TEXT.orNull(),
                  "local or swarm",
                  event -> Values.orNull(event.scope())),
              new OutputField<>(
                  "attributes",
                  OutputType.map(OutputType.TEXT),
                  "labels, name, exit code and others",
                  EventOutput::attributes)));

  private EventOutput() {}

  private static @Nullable Instant time(EngineEvent event) {
    return event.timeNano() > 0
        ? Instant.ofEpochSecond(event.timeNano() / NANOS, event.timeNano() % NANOS)
        : OutputTime.ofSeconds(event.time());
  }

  private static Map<String, @Nullable String> attributes(EngineEvent event) {
    return Values.map(event.actor().attributes());
  }
}
