package dev.davit.engine.model;

import org.jspecify.annotations.Nullable;

/**
 * A port of the host; empty for one that the engine chooses, {@code 80-90} for one in that range.
 */
public record PortBinding(@Nullable String hostIp, @Nullable String hostPort) {}
