package dev.davit.engine.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A layer in the response to {@code GET /images/{name}/history}.
 *
 * @param id the image that consists of this layer and all below; {@code <missing>} if the engine
 *     does not store that image
 * @param created Unix seconds
 * @param createdBy the instruction that created the layer
 * @param size bytes
 */
public record ImageHistoryItem(
    String id, long created, String createdBy, long size, @Nullable String comment) {
  public ImageHistoryItem {
    id = Objects.requireNonNullElse(id, "");
    createdBy = Objects.requireNonNullElse(createdBy, "");
  }
}
