package dev.davit.engine.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The response to {@code POST /volumes/prune}.
 *
 * @param spaceReclaimed bytes
 */
public record VolumePruneResult(@Nullable List<String> volumesDeleted, long spaceReclaimed) {}
