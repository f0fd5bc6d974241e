package dev.davit.readiness;

import dev.davit.engine.Engine;
import dev.davit.engine.http.JsonStream;
import dev.davit.engine.model.ContainerDetails;
import dev.davit.engine.model.EngineEvent;
import dev.davit.logs.line.LogTime;
import java.io.Closeable;
import java.io.IOException;
import java.util.function.Consumer;

/** The events of a container since a time. */
final class ContainerEvents implements Closeable {
  private final JsonStream<EngineEvent> events;
  private volatile boolean read;

  private ContainerEvents(JsonStream<EngineEvent> events) {
    this.events = events;
  }

  /**
   * Requests the events.
   *
   * @param since nanoseconds since 1970; 0 for the container's creation
   */
  static ContainerEvents since(Engine engine, ContainerDetails container, long since)
      throws IOException {
    long from = since > 0 ? since : LogTime.parse(container.created());
    return new ContainerEvents(
        engine.system().containerEvents(container.id(), LogTime.seconds(from), null));
  }

  /** Passes each event to a consumer, until the events are closed; then fails. */
  void read(Consumer<EngineEvent> consumer) throws IOException {
    read = true;
    try (events) {
      for (EngineEvent event = events.next(); event != null; event = events.next()) {
        consumer.accept(event);
      }
    }
    throw new IOException("the engine ended the stream of events");
  }

  /** Ends the events, from any thread. */
  @Override
  public void close() {
    events.cancel();
    if (!read) {
      events.close();
    }
  }
}
