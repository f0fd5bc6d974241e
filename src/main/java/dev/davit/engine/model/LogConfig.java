package dev.davit.engine.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The logging driver, where an empty type is the engine's default, and its options. */
public record LogConfig(@Nullable String type, @Nullable Map<String, String> config) {}
