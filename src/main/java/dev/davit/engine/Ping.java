package dev.davit.engine;

import dev.davit.engine.http.ApiVersion;
import java.util.Optional;

/**
 * What an engine says of itself to {@code GET /_ping}.
 *
 * @param apiVersion the newest API version it speaks; empty if it names none, or nonsense
 * @param osType {@code linux} or {@code windows}; empty if it doesn't say (Podman)
 * @param experimental whether its experimental features are turned on
 * @param podman the version of Podman; empty for Docker
 */
public record Ping(
    Optional<ApiVersion> apiVersion,
    Optional<String> osType,
    boolean experimental,
    Optional<String> podman) {

  /**
   * Whether it is Podman before 5: its {@code commit} wants a body, and who waits there for a
   * removal is told 0, whatever the exit code was.
   */
  public boolean isOldPodman() {
    return podman.filter(version -> version.matches("[0-4]\\..*")).isPresent();
  }
}
