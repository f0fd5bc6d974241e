package dev.davit.command;

import static dev.davit.cli.CommandNode.command;

import dev.davit.cli.CommandNode;
import dev.davit.command.builder.BuildCommand;
import dev.davit.command.image.HistoryCommand;
import dev.davit.command.image.ImageCpCommand;
import dev.davit.command.image.ImageInspectCommand;
import dev.davit.command.image.ImagePruneCommand;
import dev.davit.command.image.ImagesCommand;
import dev.davit.command.image.ImportCommand;
import dev.davit.command.image.LoadCommand;
import dev.davit.command.image.PullCommand;
import dev.davit.command.image.PushCommand;
import dev.davit.command.image.RmiCommand;
import dev.davit.command.image.SaveCommand;
import dev.davit.command.image.TagCommand;
import dev.davit.command.image.UntagCommand;
import dev.davit.command.several.ContainerArguments;
import dev.davit.command.several.SeveralEngines;

/** The group {@code image} of the {@link CommandTree}. */
final class ImageGroup {
  /** The command {@code image build}, which the group {@code builder} has, too. */
  static final CommandNode BUILD =
      command("build", "Build an image from a Dockerfile", () -> new BuildCommand())
          .shortcut("build");

  static final CommandNode NODE =
      CommandNode.group(
          "image",
          "Manage images",
          BUILD,
          command(
                  "cp",
                  "Copy an image to the engines of other contexts",
                  () -> new ImageCpCommand())
              .ours(),
          command("history", "List the layers of an image", () -> new HistoryCommand())
              .shortcut("history"),
          command(
                  "import",
                  "Create an image from the files of a tar archive",
                  () -> new ImportCommand())
              .shortcut("import"),
          command("inspect", "Show the details of images as JSON", () -> new ImageInspectCommand()),
          command("load", "Load images from a tar archive", () -> new LoadCommand())
              .shortcut("load"),
          command("ls", "List images", () -> SeveralEngines.reading(new ImagesCommand()))
              .alias("list")
              .shortcut("images"),
          command(
                  "pull",
                  "Pull images from a registry",
                  () -> SeveralEngines.transferring(new PullCommand(), ContainerArguments.NONE))
              .shortcut("pull"),
          command("push", "Push an image to a registry", () -> new PushCommand()).shortcut("push"),
          command(
                  "prune",
                  "Remove unused images",
                  () -> SeveralEngines.changing(new ImagePruneCommand()))
              .since(1, 25),
          command("rm", "Remove images", () -> new RmiCommand())
              .alias("remove", "rmi")
              .shortcut("rmi"),
          command("save", "Save images to a tar archive", () -> new SaveCommand()).shortcut("save"),
          command("tag", "Tag an image with another name", () -> new TagCommand()).shortcut("tag"),
          command(
                  "untag",
                  "Remove tags from images without deleting the images",
                  () -> new UntagCommand())
              .shortcut("untag")
              .ours());

  private ImageGroup() {}
}
