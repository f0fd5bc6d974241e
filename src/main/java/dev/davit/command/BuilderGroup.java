package dev.davit.command;

import static dev.davit.cli.CommandNode.command;

import dev.davit.cli.CommandNode;
import dev.davit.command.builder.BuilderPruneCommand;
import dev.davit.command.several.SeveralEngines;

/** The group {@code builder} of the {@link CommandTree}. */
final class BuilderGroup {
  static final CommandNode NODE =
      CommandNode.group(
          "builder",
          "Manage the build cache",
          ImageGroup.BUILD.repeated(),
          command(
                  "prune",
                  "Remove build cache",
                  () -> SeveralEngines.changing(new BuilderPruneCommand()))
              .since(1, 39));

  private BuilderGroup() {}
}
