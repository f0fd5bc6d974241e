package dev.davit.command.builder;

import dev.davit.cli.CommandException;
import dev.davit.cli.ExitCode;
import dev.davit.cli.ProcessEnvironment;
import dev.davit.gotypes.GoInt;

/**
 * The notice of docker's commands for the builder that BuildKit replaces. Mirrors
 * cmd/docker/builder.go without the plugin buildx.
 */
public final class LegacyBuilder {
  private static final String DEPRECATED =
      "DEPRECATED: The legacy builder is deprecated and will be removed in a future release.\n";
  private static final String VARIABLE = "DOCKER_BUILDKIT";

  private LegacyBuilder() {}

  /**
   * Prints that the builder is deprecated.
   *
   * @throws CommandException if the environment requires BuildKit, or the variable is not a boolean
   */
  public static void announce(ProcessEnvironment app) {
    String variable = app.env().getOrDefault(VARIABLE, "");
    if (variable.isEmpty()) {
      app.streams().error(DEPRECATED + installs("            ") + '\n');
    } else if (isOn(variable)) {
      throw CommandException.refused(
          "ERROR: BuildKit is enabled but the buildx component is missing or broken.\n"
              + installs("       "));
    } else {
      app.streams()
          .error(
              DEPRECATED
                  + "            BuildKit is currently disabled; enable it by removing the "
                  + VARIABLE
                  + "=0\n            environment-variable.\n");
    }
  }

  private static String installs(String indent) {
    return indent
        + "Install the buildx component to build images with BuildKit:\n"
        + indent
        + "https://docs.docker.com/go/buildx/";
  }

  private static boolean isOn(String variable) {
    try {
      return GoInt.parseBool(variable);
    } catch (IllegalArgumentException e) {
      throw new CommandException(
          VARIABLE + " environment variable expects boolean value: " + e.getMessage(),
          ExitCode.FAILURE,
          e);
    }
  }
}
