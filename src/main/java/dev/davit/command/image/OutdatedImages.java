package dev.davit.command.image;

import dev.davit.cli.CommandContext;
import dev.davit.cli.ExitCode;
import dev.davit.cli.flags.CommonFlags;
import dev.davit.command.shared.InParallel;
import dev.davit.command.shared.InParallel.Pending;
import dev.davit.command.shared.ListRunner;
import dev.davit.engine.http.EngineException;
import dev.davit.engine.model.ImageSummary;
import dev.davit.format.Lines;
import dev.davit.opts.ImageRef;
import dev.davit.resource.ImageColumns;
import dev.davit.resource.ImageRows;
import dev.davit.resource.OutdatedColumns;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/** The output of {@code images --outdated}: tags whose registry has another image by now. */
final class OutdatedImages {
  private static final String CURRENT = "current";
  private static final String OUTDATED = "outdated";
  private static final String UNKNOWN = "unknown: ";

  /** The status of an image that was only built or loaded, so that no registry has it. */
  private static final String LOCAL = UNKNOWN + "not pulled or pushed";

  private static final int AT_ONCE = 8;

  /** The reasons of engines without the endpoint, in lower case. */
  private static final Set<String> NO_ENDPOINT = Set.of("page not found", "not found");

  private OutdatedImages() {}

  /**
   * Asks the registries for the digest of each tag and prints the list; returns the exit code.
   *
   * @throws IOException if the engine cannot ask registries
   */
  static int print(CommandContext in, List<ImageColumns.Row> all, boolean truncate)
      throws IOException {
    List<ImageColumns.Row> rows =
        all.stream().filter(row -> !row.tag().equals(ImageRows.NONE)).toList();
    Lines<OutdatedColumns.Row> lines =
        ListRunner.lines(
            OutdatedColumns.listing(truncate).on(in.streams()::outIsTerminal),
            in.get(CommonFlags.FORMAT),
            OutdatedColumns.SHOWN);
    Map<String, String> logins = logins(in, rows);
    List<Pending<String>> answers =
        InParallel.upTo(
            IntStream.range(0, rows.size()).mapToObj(Integer::toString).toList(),
            place -> status(in, rows.get(Integer.parseInt(place)), logins),
            AT_ONCE);
    Set<String> found = new HashSet<>();
    for (int i = 0; i < rows.size(); i++) {
      ImageColumns.Row row = rows.get(i);
      String status = answers.get(i).get();
      found.add(status);
      lines.add(new OutdatedColumns.Row(row.image(), row.repository(), row.tag(), status));
    }
    in.streams().print(lines.text());
    if (found.contains(OUTDATED)) {
      return ExitCode.OUTDATED;
    }
    found.removeAll(Set.of(CURRENT, LOCAL));
    return found.isEmpty() ? ExitCode.SUCCESS : ExitCode.FAILURE;
  }

  /** Returns the credentials for the registry of each image, by the registry's domain. */
  private static Map<String, String> logins(CommandContext in, List<ImageColumns.Row> rows) {
    Map<String, String> logins = new HashMap<>();
    for (ImageColumns.Row row : rows) {
      logins.computeIfAbsent(
          reference(row).domain(), domain -> in.credentials().ofDomainOrFile(domain).header());
    }
    return logins;
  }

  private static ImageRef reference(ImageColumns.Row row) {
    return ImageRef.parse(row.repository() + ':' + row.tag());
  }

  private static String status(CommandContext in, ImageColumns.Row row, Map<String, String> logins)
      throws IOException {
    ImageRef reference = reference(row);
    Set<String> digests = digests(row.image(), reference.name());
    if (digests.isEmpty()) {
      return LOCAL;
    }
    try {
      String login = Objects.requireNonNull(logins.get(reference.domain()));
      String digest = in.engine().images().registryDigest(reference.full(), login);
      return digest.isEmpty()
          ? UNKNOWN + "the engine sent no digest"
          : digests.contains(digest) ? CURRENT : OUTDATED;
    } catch (EngineException e) {
      if (e.isNotFound() && NO_ENDPOINT.contains(e.reason().toLowerCase(Locale.ROOT))) {
        throw new IOException("--outdated is not supported by this engine", e);
      }
      return UNKNOWN + e.reason().replaceAll("\\s+", " ");
    }
  }

  /** Returns the digests under which a repository has the image. */
  private static Set<String> digests(ImageSummary image, String repository) {
    Set<String> digests = new HashSet<>();
    for (String text : Objects.requireNonNullElse(image.repoDigests(), List.<String>of())) {
      try {
        ImageRef reference = ImageRef.parse(text);
        if (reference.name().equals(repository)) {
          digests.add(reference.digest());
        }
      } catch (IllegalArgumentException _) {
        // an image without a name has the digest <none>@<none>
      }
    }
    return digests;
  }
}
