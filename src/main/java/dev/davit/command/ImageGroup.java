package dev.davit.command;

import static dev.davit.cli.CommandNode.command;

import dev.davit.cli.CommandNode;
import dev.davit.command.image.HistoryCommand;
import dev.davit.command.image.ImageInspectCommand;
import dev.davit.command.image.ImagesCommand;

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
                  .shortcut("images"))
          .missing(
              "build", "import", "load", "prune", "pull", "push", "remove", "rm", "save", "tag");

  private ImageGroup() {}
}
