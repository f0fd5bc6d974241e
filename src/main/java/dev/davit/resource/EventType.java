package dev.davit.resource;

import dev.davit.engine.model.EngineEvent;
import dev.davit.gotypes.GoSchema;
import dev.davit.json.JsonNumber;
import dev.davit.template.GoStruct;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The Go struct of an event, which templates of {@code docker events} 28.2.2 see. */
public final class EventType {
  private static final GoSchema SCHEMA =
      GoSchema.parse(
          """
          events.Message
          Status string =status ?
          ID string =id ?
          From string =from ?
          Type events.Type
          Action events.Action
          Actor events.Actor
          Scope string =scope ?
          Time int64 =time ?
          TimeNano int64 =timeNano ?

          events.Actor
          ID string
          Attributes map[string]string
          """);

  /** An event without values, to check templates with; a pointer, which Go's messages name. */
  public static final GoStruct NONE = value("*events.Message", Map.of());

  private EventType() {}

  /** Returns an event as Go's struct. */
  public static GoStruct value(EngineEvent event) {
    Map<String, @Nullable Object> actor = new HashMap<>();
    actor.put("ID", event.actor().id());
    actor.put("Attributes", event.actor().attributes());
    return value(
        "events.Message",
        Map.of(
            "status", event.status(),
            "id", event.id(),
            "from", event.from(),
            "Type", event.type(),
            "Action", event.action(),
            "Actor", actor,
            "scope", event.scope(),
            "time", number(event.time()),
            "timeNano", number(event.timeNano())));
  }

  private static JsonNumber number(long value) {
    return new JsonNumber(Long.toString(value));
  }

  private static GoStruct value(String type, Map<String, ?> fields) {
    return (GoStruct) Objects.requireNonNull(SCHEMA.value(type, fields));
  }
}
