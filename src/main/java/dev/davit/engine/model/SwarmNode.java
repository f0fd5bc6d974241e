package dev.davit.engine.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A node of a swarm, in the list of {@code GET /nodes}. */
public record SwarmNode(String id, @Nullable Description description, @Nullable Status status) {
  public SwarmNode {
    id = Objects.requireNonNullElse(id, "");
  }

  /** The node as it describes itself. */
  public record Description(@Nullable String hostname) {}

  /**
   * The state of the node: {@code unknown}, {@code down}, {@code ready} or {@code disconnected}.
   */
  public record Status(@Nullable String state) {}

  /** Whether the managers have lost the node, and with it the state of its tasks. */
  public boolean isDown() {
    return status != null && "down".equals(status.state);
  }

  /** The hostname; the ID if it is unknown. */
  public String name() {
    return description == null || description.hostname == null ? id : description.hostname;
  }
}
