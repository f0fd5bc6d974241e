package dev.davit.command;

import static dev.davit.cli.CommandNode.command;

import dev.davit.cli.CommandNode;
import dev.davit.command.image.HistoryCommand;
import dev.davit.command.image.ImageInspectCommand;
import dev.davit.command.image.ImagesCommand;
import dev.davit.command.image.PullCommand;
import dev.davit.command.image.PushCommand;

/** The group {@code image} of the {@link CommandTree}. */
final class ImageGroup {
  static final CommandNode NODE =
      CommandNode.group(
              "image",
              "Manage images",
              command("history", "List the layers of an image", () -> new HistoryCommand())
                  .shortcut("history"),
              command(
                  "inspect", "Show the details of images as JSON", () -> new ImageInspectCommand()),
              command("ls", "List images", () -> new ImagesCommand())
                  .alias("list")
                  .shortcut("images"),
              command("pull", "Pull an image from a registry", () -> new PullCommand())
                  .shortcut("pull"),
              command("push", "Push an image to a registry", () -> new PushCommand())
                  .shortcut("push"))
          .missing("build", "import", "load", "prune", "remove", "rm", "save", "tag");

  private ImageGroup() {}
}
