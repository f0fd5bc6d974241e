package dev.davit.engine.model;

import org.jspecify.annotations.Nullable;

/** A port of the host; an empty one is chosen by the engine, {@code 80-90} from that range. */
public record PortBinding(@Nullable String hostIp, @Nullable String hostPort) {}
