package dev.davit.output.schema;

import dev.davit.output.OutputField;
import dev.davit.output.OutputSchema;
import dev.davit.output.OutputType;
import dev.davit.resource.DiskUsageColumns.Row;
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
