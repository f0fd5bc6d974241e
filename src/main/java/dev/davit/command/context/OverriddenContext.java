package dev.davit.command.context;

/** The warning that DOCKER_HOST decides which engine is used, not the context. */
final class OverriddenContext {
  private OverriddenContext() {}

  /** Names the context that is not used: {@code a context}, or one in quotes. */
  static String warning(String context) {
    return "Warning: DOCKER_HOST environment variable overrides the active context. To use "
        + context
        + ", either set the global --context flag, or unset DOCKER_HOST environment variable.";
  }
}
