package dev.davit.resource;

import dev.davit.gotypes.GoSchema;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The Go structs of {@code docker info}. */
public enum InfoType {
  /** All fields: those of the engine, and those of the client. */
  ALL("system.dockerInfo"),
  /** The fields of the client, which need no engine. */
  CLIENT("system.sparseInfo");

  private static final GoSchema SCHEMA = GoSchema.parse(InfoTypes.TEXT);

  private final String type;

  InfoType(String type) {
    this.type = type;
  }

  /**
   * Returns JSON as the Go value into which docker reads it.
   *
   * @throws RuntimeException of any kind if the JSON does not fit the type
   */
  public Object value(Map<String, @Nullable Object> json) {
    return Objects.requireNonNull(SCHEMA.value(type, json));
  }
}
