package dev.davit.command.volume;

import dev.davit.cli.CommandContext;
import dev.davit.command.shared.Preview;
import dev.davit.command.shared.Preview.Candidate;
import dev.davit.engine.model.VolumeSummary;
import dev.davit.engine.model.VolumeSummary.UsageData;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The volumes that a command would remove. */
final class VolumePreview {
  private VolumePreview() {}

  /** Prints volumes with their sizes, which are requested unless only the names are printed. */
  static int print(CommandContext in, List<VolumeSummary> volumes) throws IOException {
    boolean quiet = in.get(Preview.QUIET);
    Map<String, Long> sizes = new HashMap<>();
    if (!quiet && !volumes.isEmpty()) {
      for (VolumeSummary each : in.engine().system().diskUsage("volume").volumes()) {
        UsageData usage = each.usageData();
        if (usage != null && usage.size() >= 0) {
          sizes.put(each.name(), usage.size());
        }
      }
    }
    return Preview.print(
        in,
        volumes.stream()
            .map(
                each ->
                    new Candidate(
                        each.name(), each.name(), sizes.get(each.name()), time(each.createdAt())))
            .toList());
  }

  private static @Nullable Instant time(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
