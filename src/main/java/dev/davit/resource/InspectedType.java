package dev.davit.resource;

import dev.davit.gotypes.GoSchema;
import org.jspecify.annotations.Nullable;

/**
 * The Go type into which docker 28.2.2 reads the answer of an inspect endpoint.
 *
 * @param root its name, such as {@code volume.Volume}
 * @param types all Go types that it is made of, in the form that {@link GoSchema} reads
 */
public record InspectedType(String root, String types) {
  /**
   * The engine's answer as the Go value that docker reads it into.
   *
   * @throws RuntimeException of one kind or another if it is not of that type
   */
  @Nullable Object value(@Nullable Object json) {
    return GoSchema.parse(types).value(root, json);
  }
}
