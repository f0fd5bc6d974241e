package dev.davit.engine.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The response to {@code POST /images/prune}.
 *
 * @param spaceReclaimed bytes
 */
public record ImagePruneResult(@Nullable List<ImageRemoval> imagesDeleted, long spaceReclaimed) {}
