package dev.davit.output.schema;

import dev.davit.output.OutputField;
import dev.davit.output.OutputSchema;
import dev.davit.output.OutputType;
import dev.davit.resource.ContextColumns.Line;
import java.util.List;

/** The output of {@code context ls} for programs. */
public final class ContextOutput {
  /** The fields of a context. */
  public static final OutputSchema<Line> SCHEMA =
      OutputSchema.list(
          "context ls",
          "The contexts of davit context ls.",
          List.of(
              new OutputField<>("name", OutputType.TEXT, "name", Line::name),
              new OutputField<>(
                  "current", OutputType.BOOLEAN, "whether the context is in use", Line::current),
              new OutputField<>("description", OutputType.TEXT, "description", Line::description),
              new OutputField<>(
                  "endpoint",
                  OutputType.TEXT.orNull(),
                  "address of the engine",
                  line -> Values.orNull(line.endpoint())),
              new OutputField<>(
                  "error",
                  OutputType.TEXT.orNull(),
                  "reason why the context cannot be used; null if it can",
                  line -> Values.orNull(line.error()))));

  private ContextOutput() {}
}
