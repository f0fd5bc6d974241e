package dev.davit.engine.model;

import org.jspecify.annotations.Nullable;

/** The restart policy of a container: no, always, unless-stopped or on-failure. */
public record RestartPolicy(@Nullable String name, @Nullable Long maximumRetryCount) {}
