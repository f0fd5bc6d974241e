package dev.davit.engine.model;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The response to {@code POST /containers/create}. */
public record CreateResult(String id, @Nullable List<String> warnings) {
  public CreateResult {
    id = Objects.requireNonNullElse(id, "");
  }
}
