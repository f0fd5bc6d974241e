package dev.davit.engine.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One image of {@code GET /images/json}; one without a name has no tags. */
public record ImageSummary(@Nullable List<String> repoTags) {}
