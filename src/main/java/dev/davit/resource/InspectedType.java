package dev.davit.resource;

import dev.davit.gotypes.GoSchema;
import org.jspecify.annotations.Nullable;

/**
 * The Go type into which docker 28.2.2 reads the response of an inspect endpoint.
 *
 * @param root the name of the type, such as {@code volume.Volume}
 * @param types all Go types that it consists of, in the format that {@link GoSchema} reads
 */
public record InspectedType(String root, String types) {
  /**
   * Returns the engine's response as the Go value into which docker reads it.
   *
   * @throws RuntimeException of any kind if the response does not fit the type
   */
  @Nullable Object value(@Nullable Object json) {
    return GoSchema.parse(types).value(root, json);
  }
}
