package dev.davit.engine.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An image in the list of {@code GET /images/json}; the tags are null or empty for an image without
 * a name.
 */
public record ImageSummary(@Nullable List<String> repoTags) {}
