package dev.davit.resource;

import dev.davit.engine.model.ImageSummary;
import dev.davit.opts.ImageRef;
import dev.davit.resource.ImageColumns.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of {@code images}: one for each tag of an image, and for each repository of which only
 * digests exist (imageFormat in cli/command/formatter/image.go). Repositories of an image are
 * sorted by name; docker's order is random.
 */
public final class ImageRows {
  /** The text for a missing repository, tag or digest. */
  public static final String NONE = "<none>";

  private ImageRows() {}

  /** Whether an image has no name. */
  public static boolean isDangling(ImageSummary image) {
    List<String> tags = orNone(image.repoTags());
    List<String> digests = orNone(image.repoDigests());
    return tags.isEmpty() && digests.isEmpty()
        || tags.equals(List.of("<none>:<none>")) && digests.equals(List.of("<none>@<none>"));
  }

  /** Returns the first name with a tag; empty for an image without one. */
  public static String firstTag(ImageSummary image) {
    return orNone(image.repoTags()).stream()
        .filter(tag -> !tag.equals("<none>:<none>"))
        .findFirst()
        .orElse("");
  }

  /** Returns all names with tags, then all names with digests, as the engine sends them. */
  public static List<String> names(ImageSummary image) {
    return names(image.repoTags(), image.repoDigests());
  }

  /** Returns names with tags and digests without the engine's placeholders for a missing name. */
  public static List<String> names(@Nullable List<String> tags, @Nullable List<String> digests) {
    return Stream.concat(orNone(tags).stream(), orNone(digests).stream())
        .filter(name -> !name.startsWith(NONE))
        .toList();
  }

  /**
   * Returns the rows of an image.
   *
   * @param digests whether a row is needed for each digest of a tag
   * @param untagged whether a row is needed for each digest of a repository without a tag
   */
  public static List<Row> of(ImageSummary image, boolean digests, boolean untagged) {
    if (isDangling(image)) {
      return List.of(new Row(image, NONE, NONE, NONE));
    }
    Map<String, List<String>> tagsOf = new TreeMap<>();
    Map<String, List<String>> digestsOf = new TreeMap<>();
    for (ImageRef ref : valid(image.repoTags())) {
      add(tagsOf, ref, ref.tag());
    }
    for (ImageRef ref : valid(image.repoDigests())) {
      add(digestsOf, ref, ref.digest());
    }
    List<Row> rows = new ArrayList<>();
    tagsOf.forEach(
        (name, tags) -> {
          List<String> own = orNone(digestsOf.remove(name));
          List<String> shown = digests && !own.isEmpty() ? own : List.of(NONE);
          tags.forEach(tag -> shown.forEach(each -> rows.add(new Row(image, name, tag, each))));
        });
    digestsOf.forEach(
        (name, own) ->
            (untagged ? own : List.of(""))
                .forEach(digest -> rows.add(new Row(image, name, NONE, digest))));
    return rows;
  }

  private static void add(Map<String, List<String>> values, ImageRef ref, String value) {
    if (!value.isEmpty()) {
      values.computeIfAbsent(ref.familiarName(), name -> new ArrayList<>()).add(value);
    }
  }

  /** Parses references and skips invalid ones, such as {@code <none>:<none>}. */
  private static List<ImageRef> valid(@Nullable List<String> texts) {
    List<ImageRef> refs = new ArrayList<>();
    for (String text : orNone(texts)) {
      try {
        refs.add(ImageRef.parse(text));
      } catch (IllegalArgumentException _) {
        // docker shows no row for such a name either
      }
    }
    return refs;
  }

  private static List<String> orNone(@Nullable List<String> list) {
    return list == null ? List.of() : list;
  }
}
