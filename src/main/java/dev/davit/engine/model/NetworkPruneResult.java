package dev.davit.engine.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The response to {@code POST /networks/prune}.
 *
 * @param networksDeleted the names of the removed networks
 */
public record NetworkPruneResult(@Nullable List<String> networksDeleted) {}
