package dev.davit.command.volume;

import dev.davit.cli.CommandContext;
import dev.davit.command.removal.Preview;
import dev.davit.command.removal.Protection;
import dev.davit.command.removal.PrunePreview;
import dev.davit.engine.model.VolumeSummary;
import dev.davit.resource.DiskUsageColumns;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The volumes that a command would remove or change. */
final class VolumePreview {
  private VolumePreview() {}

  /** Prints volumes with their sizes, which are requested unless only the names are printed. */
  static void print(CommandContext in, Protection protection, List<VolumeSummary> volumes)
      throws IOException {
    Map<String, Long> sizes =
        in.get(Preview.QUIET) || volumes.isEmpty()
            ? Map.of()
            : DiskUsageColumns.sizesOfVolumes(in.engine().system().diskUsage("volume"));
    protection.preview(
        in,
        "volume",
        volumes.stream().map(each -> PrunePreview.candidate(each, sizes.get(each.name()))).toList(),
        true);
  }
}
