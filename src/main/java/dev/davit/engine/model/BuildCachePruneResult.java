package dev.davit.engine.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The response to {@code POST /build/prune}.
 *
 * @param cachesDeleted the IDs of the removed records
 * @param spaceReclaimed bytes
 */
public record BuildCachePruneResult(@Nullable List<String> cachesDeleted, long spaceReclaimed) {}
