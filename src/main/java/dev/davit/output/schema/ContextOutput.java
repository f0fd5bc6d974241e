package dev.davit.output.schema;

import dev.davit.output.OutputField;
import dev.davit.output.OutputSchema;
import dev.davit.output.OutputType;
import dev.davit.resource.ContextColumns.Line;
import dev.davit.resource.ContextColumns.Status;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

  /** The fields of a context whose engine was asked. */
  public static final OutputSchema<Line> WITH_STATUS =
      OutputSchema.list(
          "context ls",
          "The contexts of davit context ls --status.",
          Stream.concat(
                  SCHEMA.fields().stream(),
                  Stream.of(
                      field(
                          "status",
                          OutputType.TEXT,
                          "ok, or the reason why the engine did not respond",
                          each -> each.error().isEmpty() ? "ok" : each.error()),
                      field(
                          "version",
                          OutputType.TEXT.orNull(),
                          "version of the engine",
                          Status::version),
                      field(
                          "milliseconds",
                          OutputType.NUMBER.orNull(),
                          "time of the engine's response to a ping",
                          Status::milliseconds),
                      field(
                          "running",
                          OutputType.INTEGER.orNull(),
                          "number of running containers",
                          Status::running)))
              .toList());

  private ContextOutput() {}

  private static OutputField<Line> field(
      String name, OutputType type, String description, Function<Status, @Nullable Object> value) {
    return new OutputField<>(
        name, type, description, line -> line.status() == null ? null : value.apply(line.status()));
  }
}
