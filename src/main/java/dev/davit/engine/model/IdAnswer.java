package dev.davit.engine.model;

import java.util.Objects;

/** A response with the ID of the created object: of exec create and commit. */
public record IdAnswer(String id) {
  public IdAnswer {
    id = Objects.requireNonNullElse(id, "");
  }
}
