package dev.davit.output.schema;

import dev.davit.output.OutputField;
import dev.davit.output.OutputSchema;
import dev.davit.output.OutputType;
import dev.davit.resource.DiskUsageColumns.Row;
import dev.davit.resource.DiskUsageObjects;
import java.util.List;

/** The output of {@code system df} for programs. */
public final class DiskUsageOutput {
  /** The fields of a kind of object. */
  public static final OutputSchema<Row> SCHEMA =
      OutputSchema.list(
          "system df",
          "The disk usage of davit system df: one object for each kind.",
          List.of(
              new OutputField<>(
                  "type",
                  OutputType.word("images", "containers", "volumes", "buildCache"),
                  "kind of object",
                  row -> word(row.type())),
              new OutputField<>(
                  "total", OutputType.INTEGER, "number of objects", row -> (long) row.count()),
              new OutputField<>(
                  "active", OutputType.INTEGER, "number of objects in use", Row::active),
              new OutputField<>("size", OutputType.INTEGER, "bytes of all objects", Row::size),
              new OutputField<>(
                  "reclaimable",
                  OutputType.INTEGER,
                  "bytes of the objects that are not in use",
                  Row::reclaimable)));

  /** The fields of an object, for {@code --verbose} and {@code --top}. */
  public static final OutputSchema<DiskUsageObjects.Row> OBJECTS =
      OutputSchema.list(
          "system df --verbose",
          "The objects of davit system df --verbose and --top.",
          List.of(
              new OutputField<>(
                  "type",
                  OutputType.word("image", "container", "volume", "buildCache"),
                  "kind of object",
                  DiskUsageObjects.Row::type),
              new OutputField<>(
                  "id", OutputType.TEXT, "full ID; of a volume its name", DiskUsageObjects.Row::id),
              new OutputField<>(
                  "name",
                  OutputType.TEXT,
                  "name; of an object without a name its short ID",
                  DiskUsageObjects.Row::name),
              new OutputField<>(
                  "size",
                  OutputType.INTEGER.orNull(),
                  "bytes; of an image with the layers that it shares, of a container those it has"
                      + " written; null if unknown",
                  row -> row.size() < 0 ? null : row.size()),
              new OutputField<>(
                  "sharedSize",
                  OutputType.INTEGER.orNull(),
                  "bytes that other objects have, too; null if unknown",
                  DiskUsageObjects.Row::sharedSize),
              new OutputField<>(
                  "reclaimable",
                  OutputType.BOOLEAN,
                  "whether the object is not in use",
                  DiskUsageObjects.Row::reclaimable),
              new OutputField<>(
                  "createdAt",
                  OutputType.TIME.orNull(),
                  "time of creation; null if unknown",
                  DiskUsageObjects.Row::created)));

  private DiskUsageOutput() {}

  private static String word(String type) {
    return switch (type) {
      case "Images" -> "images";
      case "Containers" -> "containers";
      case "Local Volumes" -> "volumes";
      default -> "buildCache";
    };
  }
}
