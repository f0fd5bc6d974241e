package dev.davit.engine.model;

import java.util.Objects;

/** An answer that only names what was made: exec create, commit. */
public record IdAnswer(String id) {
  public IdAnswer {
    id = Objects.requireNonNullElse(id, "");
  }
}
