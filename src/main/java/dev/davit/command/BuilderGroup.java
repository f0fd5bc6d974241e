package dev.davit.command;

import static dev.davit.cli.CommandNode.command;

import dev.davit.cli.CommandNode;
import dev.davit.command.builder.BuildCommand;
import dev.davit.command.builder.BuilderPruneCommand;

/** The group {@code builder} of the {@link CommandTree}. */
final class BuilderGroup {
  /** The summary of {@code build}, which three groups have. */
  static final String BUILD = "Build an image from a Dockerfile";

  static final CommandNode NODE =
      CommandNode.group(
          "builder",
          "Manage the build cache",
          command("build", BUILD, () -> new BuildCommand()),
          command("prune", "Remove build cache", () -> new BuilderPruneCommand()).since(1, 39));

  private BuilderGroup() {}
}
