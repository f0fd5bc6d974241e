package dev.davit.engine.model;

import org.jspecify.annotations.Nullable;

/** The relative block I/O weight of a device, 10 to 1000. */
public record WeightDevice(@Nullable String path, int weight) {}
