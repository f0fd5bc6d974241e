package dev.davit.command.context;

/** The warning that DOCKER_HOST overrides the context. */
final class OverriddenContext {
  private OverriddenContext() {}

  /**
   * Returns the warning.
   *
   * @param context the overridden context: {@code a context}, or its name in quotes
   */
  static String warning(String context) {
    return "Warning: DOCKER_HOST environment variable overrides the active context. To use "
        + context
        + ", either set the global --context flag, or unset DOCKER_HOST environment variable.";
  }
}
