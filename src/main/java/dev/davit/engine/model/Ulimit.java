package dev.davit.engine.model;

import org.jspecify.annotations.Nullable;

/** A resource limit of processes, such as nofile; -1 for no limit. */
public record Ulimit(@Nullable String name, long soft, long hard) {}
