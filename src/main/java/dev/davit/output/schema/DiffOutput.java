package dev.davit.output.schema;

import dev.davit.engine.model.FilesystemChange;
import dev.davit.output.OutputField;
import dev.davit.output.OutputSchema;
import dev.davit.output.OutputType;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The output of {@code diff} for programs. */
public final class DiffOutput {
  /** The fields of a change. */
  public static final OutputSchema<FilesystemChange> SCHEMA =
      OutputSchema.list(
          "diff",
          "The changes to a container's filesystem of davit diff.",
          List.of(
              new OutputField<>(
                  "path",
                  OutputType.TEXT,
                  "path in the container",
                  change -> Objects.requireNonNullElse(change.path(), "")),
              new OutputField<>(
                  "change",
                  OutputType.word("modified", "added", "deleted").orNull(),
                  "kind of change",
                  change -> word(change.kind()))));

  private DiffOutput() {}

  private static @Nullable String word(int kind) {
    return switch (kind) {
      case 0 -> "modified";
      case 1 -> "added";
      case 2 -> "deleted";
      default -> null;
    };
  }
}
