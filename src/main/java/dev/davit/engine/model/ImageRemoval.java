package dev.davit.engine.model;

import org.jspecify.annotations.Nullable;

/**
 * A step of the removal of an image: the engine removed a name, or an image itself.
 *
 * @param untagged the removed name; null or empty if an image was deleted
 * @param deleted the ID of the deleted image or layer; null or empty if a name was removed
 */
public record ImageRemoval(@Nullable String untagged, @Nullable String deleted) {}
