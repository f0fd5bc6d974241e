package dev.davit.command.volume;

import dev.davit.cli.CommandContext;
import dev.davit.command.removal.Preview;
import dev.davit.command.removal.PrunePreview;
import dev.davit.engine.model.VolumeSummary;
import dev.davit.resource.DiskUsageColumns;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The volumes that a command would remove. */
final class VolumePreview {
  private VolumePreview() {}

  /** Prints volumes with their sizes, which are requested unless only the names are printed. */
  static int print(CommandContext in, List<VolumeSummary> volumes) throws IOException {
    Map<String, Long> sizes =
        in.get(Preview.QUIET) || volumes.isEmpty()
            ? Map.of()
            : DiskUsageColumns.sizesOfVolumes(in.engine().system().diskUsage("volume"));
    return Preview.print(
        in,
        volumes.stream()
            .map(each -> PrunePreview.candidate(each, sizes.get(each.name())))
            .toList());
  }
}
