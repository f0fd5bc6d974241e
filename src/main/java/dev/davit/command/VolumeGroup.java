package dev.davit.command;

import static dev.davit.cli.CommandNode.command;

import dev.davit.cli.CommandNode;
import dev.davit.command.several.SeveralEngines;
import dev.davit.command.volume.VolumeCloneCommand;
import dev.davit.command.volume.VolumeCreateCommand;
import dev.davit.command.volume.VolumeExportCommand;
import dev.davit.command.volume.VolumeImportCommand;
import dev.davit.command.volume.VolumeInspectCommand;
import dev.davit.command.volume.VolumeLsCommand;
import dev.davit.command.volume.VolumePruneCommand;
import dev.davit.command.volume.VolumeRmCommand;
import dev.davit.command.volume.VolumeUpdateCommand;

/** The group {@code volume} of the {@link CommandTree}. */
final class VolumeGroup {
  static final CommandNode NODE =
      CommandNode.group(
          "volume",
          "Manage volumes",
          command(
                  "clone",
                  "Copy the files of a volume to another volume",
                  () -> new VolumeCloneCommand())
              .ours(),
          command("create", "Create a volume", () -> new VolumeCreateCommand()),
          command(
                  "export",
                  "Write the files of a volume as a tar archive",
                  () -> new VolumeExportCommand())
              .ours(),
          command(
                  "import",
                  "Write the files of a tar archive to a volume",
                  () -> new VolumeImportCommand())
              .ours(),
          command(
              "inspect", "Show the details of volumes as JSON", () -> new VolumeInspectCommand()),
          command("ls", "List volumes", () -> new VolumeLsCommand()).alias("list"),
          command(
                  "prune",
                  "Remove unused local volumes",
                  () -> SeveralEngines.changing(new VolumePruneCommand()))
              .since(1, 25),
          command("rm", "Remove volumes", () -> new VolumeRmCommand()).alias("remove"),
          command(
                  "update",
                  "Update the availability of a cluster volume",
                  () -> new VolumeUpdateCommand())
              .since(1, 42));

  private VolumeGroup() {}
}
