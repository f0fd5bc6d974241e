package dev.davit.engine;

import java.util.Optional;

/**
 * What an engine says of itself to {@code GET /_ping}.
 *
 * @param apiVersion the newest API version it speaks; empty if it names none, or nonsense
 * @param osType {@code linux} or {@code windows}; empty if it doesn't say (Podman)
 * @param experimental whether its experimental features are turned on
 */
public record Ping(
    Optional<ApiVersion> apiVersion, Optional<String> osType, boolean experimental) {}
