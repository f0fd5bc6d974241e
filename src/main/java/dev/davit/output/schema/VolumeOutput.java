package dev.davit.output.schema;

import dev.davit.engine.model.VolumeSummary;
import dev.davit.output.OutputField;
import dev.davit.output.OutputSchema;
import dev.davit.output.OutputTime;
import dev.davit.output.OutputType;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The output of {@code volume ls} for programs. */
public final class VolumeOutput {
  private VolumeOutput() {}

  /**
   * Returns the fields of a volume.
   *
   * @param containers returns the names of the containers of a volume; null if not requested
   */
  public static OutputSchema<VolumeSummary> schema(
      Function<VolumeSummary, @Nullable List<String>> containers) {
    return OutputSchema.list(
        "volume ls",
        "The volumes of davit volume ls.",
        List.of(
            new OutputField<>("name", OutputType.TEXT, "name", VolumeSummary::name),
            new OutputField<>("driver", OutputType.TEXT, "driver", VolumeSummary::driver),
            new OutputField<>("scope", OutputType.TEXT, "local or global", VolumeSummary::scope),
            new OutputField<>(
                "mountpoint",
                OutputType.TEXT.orNull(),
                "path on the engine's host",
                volume -> Values.orNull(volume.mountpoint())),
            new OutputField<>(
                "created",
                OutputType.TIME.orNull(),
                "time of creation",
                volume -> OutputTime.of(volume.createdAt())),
            new OutputField<>(
                "labels",
                OutputType.map(OutputType.TEXT),
                "labels",
                volume -> Values.map(volume.labels())),
            new OutputField<>(
                "size",
                OutputType.INTEGER.orNull(),
                "bytes; null unless the engine reports sizes in lists",
                volume ->
                    volume.usageData() == null ? null : Values.orNull(volume.usageData().size())),
            new OutputField<>(
                "containers",
                OutputType.list(OutputType.TEXT).orNull(),
                "names of the containers that mount the volume; null unless requested by --usage",
                containers::apply)));
  }
}
