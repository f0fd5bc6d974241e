package dev.davit.command.shared;

import dev.davit.cli.CommandContext;
import dev.davit.cli.ExitCode;
import dev.davit.engine.http.EngineException;
import dev.davit.opts.ImageRef;
import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Compares images with their registries, which are asked by the engine. */
public final class RegistryStatus {
  /** The status of an image that the registry has, too. */
  public static final String CURRENT = "current";

  /** The status of an image whose registry has another one of its name. */
  public static final String OUTDATED = "outdated";

  /** The number of images to compare at the same time. */
  public static final int AT_ONCE = 8;

  private static final String UNKNOWN = "unknown: ";

  /** The status of an image that was only built or loaded, so that no registry has it. */
  private static final String LOCAL = UNKNOWN + "not pulled or pushed";

  /** The reasons of engines without the endpoint, in lower case. */
  private static final Set<String> NO_ENDPOINT = Set.of("page not found", "not found");

  private final CommandContext in;
  private final String asked;
  private final Map<String, String> logins = new ConcurrentHashMap<>();

  /**
   * Creates a comparison.
   *
   * @param asked the flag that asks for it, for an engine that cannot ask registries
   */
  public RegistryStatus(CommandContext in, String asked) {
    this.in = in;
    this.asked = asked;
  }

  /**
   * Compares an image; returns {@code current}, {@code outdated} or {@code unknown} with the
   * reason.
   *
   * @param reference a name with a tag
   * @param repoDigests the image's {@code RepoDigests}
   * @throws IOException if the engine cannot ask registries
   */
  public String of(ImageRef reference, @Nullable List<String> repoDigests) throws IOException {
    Set<String> digests = digests(repoDigests, reference.name());
    if (digests.isEmpty()) {
      return LOCAL;
    }
    try {
      String digest =
          in.engine().images().registryDigest(reference.full(), login(reference.domain()));
      return digest.isEmpty()
          ? UNKNOWN + "the engine sent no digest"
          : digests.contains(digest) ? CURRENT : OUTDATED;
    } catch (EngineException e) {
      if (e.isNotFound() && NO_ENDPOINT.contains(e.reason().toLowerCase(Locale.ROOT))) {
        throw new IOException(asked + " is not supported by this engine", e);
      }
      return UNKNOWN + e.reason().replaceAll("\\s+", " ");
    }
  }

  /** Returns the credentials for a registry; a helper is asked once. */
  private String login(String domain) {
    return Objects.requireNonNull(
        logins.computeIfAbsent(domain, name -> in.credentials().ofDomainOrFile(name).header()));
  }

  /** Returns the exit code of a list of statuses: 3 if one is outdated, 1 if one is unknown. */
  public static int exitCode(Collection<String> statuses) {
    Set<String> found = new HashSet<>(statuses);
    if (found.contains(OUTDATED)) {
      return ExitCode.OUTDATED;
    }
    found.removeAll(Set.of(CURRENT, LOCAL));
    return found.isEmpty() ? ExitCode.SUCCESS : ExitCode.FAILURE;
  }

  /** Returns the digests under which a repository has the image. */
  private static Set<String> digests(@Nullable List<String> repoDigests, String repository) {
    Set<String> digests = new HashSet<>();
    for (String text : Objects.requireNonNullElse(repoDigests, List.<String>of())) {
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
