package dev.davit.readiness;

import org.jspecify.annotations.Nullable;

/**
 * The end of a wait whose conditions were met.
 *
 * @param exitCode the container's exit code if it has exited; else null
 */
public record Outcome(@Nullable Integer exitCode) {}
