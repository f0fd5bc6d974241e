package dev.davit.engine;

import dev.davit.engine.http.ApiVersion;
import java.util.Optional;

/**
 * The engine's response to {@code GET /_ping}.
 *
 * @param apiVersion the newest API version that the engine supports; empty if the header is missing
 *     or invalid
 * @param osType {@code linux} or {@code windows}; empty if not sent (Podman)
 * @param experimental whether the engine's experimental features are enabled
 * @param podman the version of Podman; empty for Docker
 */
public record Ping(
    Optional<ApiVersion> apiVersion,
    Optional<String> osType,
    boolean experimental,
    Optional<String> podman) {

  /** Whether the engine is Podman. */
  public boolean isPodman() {
    return podman.isPresent();
  }

  /**
   * Whether the engine is Podman before 5, whose {@code POST /commit} requires a body, and whose
   * wait for a removal always returns exit code 0.
   */
  public boolean isOldPodman() {
    return podman.filter(version -> version.matches("[0-4]\\..*")).isPresent();
  }
}
