package dev.davit.engine.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The response to {@code POST /containers/prune}.
 *
 * @param spaceReclaimed bytes
 */
public record PruneResult(@Nullable List<String> containersDeleted, long spaceReclaimed) {}
