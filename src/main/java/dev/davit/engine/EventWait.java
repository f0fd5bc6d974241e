package dev.davit.engine;

import dev.davit.engine.http.ApiVersion;
import dev.davit.engine.http.JsonStream;
import dev.davit.engine.model.EngineEvent;
import java.io.IOException;

/**
 * A wait for a container's next exit or removal that reads the engine's events: engines before API
 * 1.30 have no wait conditions, and engines before 1.25 do not remove containers themselves.
 * Mirrors legacyWaitExitOrRemoved in cli/command/container/utils.go.
 */
final class EventWait implements PendingWait {
  private static final ApiVersion V1_25 = new ApiVersion(1, 25);

  private final JsonStream<EngineEvent> events;
  private final Containers containers;
  private final String id;
  private final boolean untilRemoved;
  private final boolean removes;

  EventWait(Engine engine, String id, boolean untilRemoved) throws IOException {
    this.events = engine.system().containerEvents(id, null, null);
    this.containers = engine.containers();
    this.id = id;
    this.untilRemoved = untilRemoved;
    this.removes = untilRemoved && engine.apiVersion().isBefore(V1_25);
  }

  @Override
  public int exitCode() throws IOException {
    int exitCode = 0;
    for (EngineEvent event = events.next(); event != null; event = events.next()) {
      if (event.action().equals("die")) {
        exitCode = exitCode(event);
        if (!untilRemoved || removes) {
          remove();
          return exitCode;
        }
      }
      if (event.isRemoval()) {
        return exitCode;
      }
    }
    throw new IOException("unexpected EOF");
  }

  private static int exitCode(EngineEvent event) throws IOException {
    try {
      return Integer.parseInt(event.attribute("exitCode"));
    } catch (NumberFormatException e) {
      throw new IOException("the engine reported no exit code", e);
    }
  }

  @Override
  public void afterFailedStart() throws IOException {
    if (removes) {
      remove();
    } else {
      exitCode();
    }
  }

  private void remove() throws IOException {
    if (removes) {
      containers.remove(id, true, false, false);
    }
  }

  @Override
  public void cancel() {
    events.cancel();
  }

  @Override
  public void close() {
    events.close();
  }
}
