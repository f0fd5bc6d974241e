package dev.davit.engine.model;

import org.jspecify.annotations.Nullable;

/** A process limit such as nofile; -1 is unlimited. */
public record Ulimit(@Nullable String name, long soft, long hard) {}
