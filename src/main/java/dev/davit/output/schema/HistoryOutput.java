package dev.davit.output.schema;

import dev.davit.engine.model.ImageHistoryItem;
import dev.davit.output.OutputField;
import dev.davit.output.OutputSchema;
import dev.davit.output.OutputTime;
import dev.davit.output.OutputType;
import java.util.List;

/** The output of {@code history} for programs. */
public final class HistoryOutput {
  private static final String MISSING = "<missing>";

  /** The fields of a layer. */
  public static final OutputSchema<ImageHistoryItem> SCHEMA =
      OutputSchema.list(
          "history",
          "The layers of davit history, the newest first.",
          List.of(
              new OutputField<>(
                  "id",
                  OutputType.TEXT.orNull(),
                  "full ID of the image that ends with the layer; null if the engine lacks it",
                  layer -> layer.id().equals(MISSING) ? null : Values.orNull(layer.id())),
              new OutputField<>(
                  "created",
                  OutputType.TIME.orNull(),
                  "time of creation",
                  layer -> OutputTime.ofSeconds(layer.created())),
              new OutputField<>(
                  "createdBy",
                  OutputType.TEXT,
                  "instruction that created the layer",
                  ImageHistoryItem::createdBy),
              new OutputField<>("size", OutputType.INTEGER, "bytes", ImageHistoryItem::size),
              new OutputField<>(
                  "comment",
                  OutputType.TEXT.orNull(),
                  "comment; null without one",
                  layer -> Values.orNull(layer.comment()))));

  private HistoryOutput() {}
}
