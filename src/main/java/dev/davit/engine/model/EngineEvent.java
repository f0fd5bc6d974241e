package dev.davit.engine.model;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An event of {@code GET /events}.
 *
 * @param status the action, sent for containers and images by engines before API 1.52
 * @param id the object's ID, sent with {@code status}
 * @param from the container's image, sent with {@code status}
 * @param type the kind of object, such as {@code container} or {@code network}
 * @param action the action, such as {@code create}, {@code start}, {@code die} or {@code destroy}
 * @param actor the object that the event is about
 * @param scope {@code local} or {@code swarm}
 * @param time Unix seconds
 * @param timeNano Unix nanoseconds; 0 if the engine sends seconds only
 */
public record EngineEvent(
    String status,
    String id,
    String from,
    String type,
    String action,
    Actor actor,
    String scope,
    long time,
    long timeNano) {

  public EngineEvent {
    status = Objects.requireNonNullElse(status, "");
    id = Objects.requireNonNullElse(id, "");
    from = Objects.requireNonNullElse(from, "");
    type = Objects.requireNonNullElse(type, "");
    action = Objects.requireNonNullElse(action, "");
    actor = Objects.requireNonNullElse(actor, Actor.NONE);
    scope = Objects.requireNonNullElse(scope, "");
  }

  /**
   * The latest time at which the event can have occurred, in Unix nanoseconds: the end of the
   * second if the engine sends seconds only.
   */
  public long latestNanos() {
    return timeNano == 0 ? TimeUnit.SECONDS.toNanos(time + 1) - 1 : timeNano;
  }

  /** Whether a container was removed, for which Podman has another action. */
  public boolean isRemoval() {
    return action.equals("destroy") || action.equals("remove");
  }

  /** Returns an attribute of the object; empty if it is not sent. */
  public String attribute(String name) {
    Map<String, String> attributes = actor.attributes();
    return attributes == null ? "" : attributes.getOrDefault(name, "");
  }

  /**
   * The object that an event is about.
   *
   * @param attributes labels, name, exit code and others; null if not sent
   */
  public record Actor(String id, @Nullable Map<String, String> attributes) {
    static final Actor NONE = new Actor("", null);

    public Actor {
      id = Objects.requireNonNullElse(id, "");
    }
  }
}
