package dev.davit.output.schema;

import dev.davit.opts.ImageRef;
import dev.davit.output.OutputField;
import dev.davit.output.OutputSchema;
import dev.davit.output.OutputTime;
import dev.davit.output.OutputType;
import dev.davit.resource.ImageColumns.Row;
import dev.davit.resource.ImageRows;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The output of {@code images} for programs. */
public final class ImageOutput {
  /** The fields of a name of an image, or of an image without a name. */
  public static final OutputSchema<Row> SCHEMA =
      OutputSchema.list(
          "images",
          "The images of davit images: one object for each name, and for each image without one.",
          List.of(
              new OutputField<>("id", OutputType.TEXT, "full image ID", row -> row.image().id()),
              new OutputField<>(
                  "name",
                  OutputType.TEXT.orNull(),
                  "repository and tag; null without a tag",
                  row -> named(row.tag()) == null ? null : row.repository() + ':' + row.tag()),
              new OutputField<>(
                  "repository",
                  OutputType.TEXT.orNull(),
                  "repository; null for an image without a name",
                  row -> named(row.repository())),
              new OutputField<>(
                  "tag",
                  OutputType.TEXT.orNull(),
                  "tag; null without one",
                  row -> named(row.tag())),
              new OutputField<>(
                  "digests",
                  OutputType.list(OutputType.TEXT),
                  "digests of the image in its repository",
                  ImageOutput::digests),
              new OutputField<>(
                  "created",
                  OutputType.TIME.orNull(),
                  "time of creation",
                  row -> OutputTime.ofSeconds(row.image().created())),
              new OutputField<>(
                  "size",
                  OutputType.INTEGER.orNull(),
                  "bytes, layers shared with other images included",
                  row -> Values.orNull(row.image().size())),
              new OutputField<>(
                  "sharedSize",
                  OutputType.INTEGER.orNull(),
                  "bytes of layers shared with other images; null if not computed",
                  row -> Values.orNull(row.image().sharedSize())),
              new OutputField<>(
                  "containers",
                  OutputType.INTEGER.orNull(),
                  "number of containers of the image; null if not counted",
                  row -> Values.orNull(row.image().containers())),
              new OutputField<>(
                  "labels",
                  OutputType.map(OutputType.TEXT),
                  "labels",
                  row -> Values.map(row.image().labels()))));

  private ImageOutput() {}

  private static @Nullable String named(String text) {
    return text.equals(ImageRows.NONE) ? null : Values.orNull(text);
  }

  private static List<String> digests(Row row) {
    List<String> all = row.image().repoDigests();
    return all == null
        ? List.of()
        : all.stream()
            .map(each -> digest(each, row.repository()))
            .filter(s -> !s.isEmpty())
            .toList();
  }

  /** Returns the digest of a reference to a repository; empty for another repository. */
  private static String digest(String reference, String repository) {
    try {
      ImageRef ref = ImageRef.parse(reference);
      return ref.familiarName().equals(repository) ? ref.digest() : "";
    } catch (IllegalArgumentException e) {
      return ""; // such as <none>@<none>
    }
  }
}
