package dev.davit.output.schema;

import dev.davit.engine.model.PathStat;
import dev.davit.output.OutputField;
import dev.davit.output.OutputSchema;
import dev.davit.output.OutputTime;
import dev.davit.output.OutputType;
import dev.davit.resource.PathColumns;
import dev.davit.resource.PathColumns.Found;
import java.util.List;

/** The output of {@code stat} for programs. */
public final class PathOutput {
  /** The fields of a path. */
  public static final OutputSchema<Found> SCHEMA =
      OutputSchema.list(
          "stat",
          "The paths of davit stat.",
          List.of(
              new OutputField<>("path", OutputType.TEXT, "CONTAINER:PATH as given", Found::path),
              new OutputField<>("name", OutputType.TEXT, "base name", found -> found.stat().name()),
              new OutputField<>(
                  "type",
                  OutputType.word("file", "directory", "symlink", "device", "other"),
                  "kind of file",
                  found -> type(found.stat())),
              new OutputField<>(
                  "mode",
                  OutputType.TEXT,
                  "kind of file and permissions in the form of ls -l",
                  found -> PathColumns.mode(found.stat().mode())),
              new OutputField<>("size", OutputType.INTEGER, "bytes", found -> found.stat().size()),
              new OutputField<>(
                  "modified",
                  OutputType.TIME.orNull(),
                  "time of the last modification",
                  found -> OutputTime.of(found.stat().mtime())),
              new OutputField<>(
                  "linkTarget",
                  OutputType.TEXT.orNull(),
                  "target of a symbolic link; null for other files",
                  found -> Values.orNull(found.stat().linkTarget()))));

  /** The bits of the file type in Go's FileMode. */
  private static final long TYPE = 0x8f28_0000L;

  private PathOutput() {}

  private static String type(PathStat stat) {
    if (stat.isSymlink()) {
      return "symlink";
    }
    if (stat.isDirectory()) {
      return "directory";
    }
    return stat.isDevice() ? "device" : (stat.mode() & TYPE) == 0 ? "file" : "other";
  }
}
