package dev.davit.engine.model;

import org.jspecify.annotations.Nullable;

/** Whether the engine starts a container again: no, always, unless-stopped or on-failure. */
public record RestartPolicy(@Nullable String name, @Nullable Long maximumRetryCount) {}
