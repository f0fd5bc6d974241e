package dev.davit.engine.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The logging driver and its options; an empty type is the engine's default. */
public record LogConfig(@Nullable String type, @Nullable Map<String, String> config) {}
