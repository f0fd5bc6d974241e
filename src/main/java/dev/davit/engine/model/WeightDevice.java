package dev.davit.engine.model;

import org.jspecify.annotations.Nullable;

/** The share of input and output a block device gives a container, 10 to 1000. */
public record WeightDevice(@Nullable String path, int weight) {}
