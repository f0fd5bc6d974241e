package dev.davit.command.image;

import dev.davit.cli.CommandContext;
import dev.davit.command.removal.Candidate;
import dev.davit.command.removal.Protection;
import dev.davit.command.shared.ForEachTarget;
import dev.davit.engine.http.EngineException;
import dev.davit.engine.model.ImageDetails;
import dev.davit.opts.ImageRef;
import dev.davit.resource.ImageRows;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The images that a removal names: those of an ID with all of their names. */
final class RemovalPreview {
  private RemovalPreview() {}

  /**
   * Prints the images that would be removed, with size 0 for one that keeps another name, and the
   * errors of images that do not exist; returns the exit code.
   */
  static int print(CommandContext in, Protection protection, List<String> names)
      throws IOException {
    List<Candidate> candidates = new ArrayList<>();
    List<String> errors = new ArrayList<>();
    Set<String> removed = new HashSet<>();
    names.forEach(name -> removed.add(ImageRef.familiarOf(name)));
    for (String name : names) {
      try {
        candidates.add(candidate(name, in.engine().images().inspect(name, null), removed));
      } catch (IOException e) {
        errors.add(String.valueOf(e.getMessage()));
      }
    }
    protection.preview(in, "image", candidates, true);
    return protection.end(in, ForEachTarget.exitCode(in.streams(), errors));
  }

  /**
   * Checks the images that a removal names.
   *
   * @throws IOException if an image that exists cannot be checked
   */
  static void require(CommandContext in, Protection protection, List<String> names)
      throws IOException {
    List<Candidate> candidates = new ArrayList<>();
    for (String name : names) {
      try {
        candidates.add(candidate(name, in.engine().images().inspect(name, null), Set.of()));
      } catch (EngineException e) {
        if (!e.isNotFound()) { // otherwise the removal reports the error
          throw e;
        }
      }
    }
    protection.check("image", candidates);
  }

  /**
   * Returns the entry of an image.
   *
   * @param typed a name or ID
   * @param removed all names that are removed, in their short form
   */
  static Candidate candidate(String typed, ImageDetails image, Set<String> removed) {
    String id = Objects.requireNonNullElse(image.id(), "");
    String familiar = ImageRef.familiarOf(typed);
    List<String> tags = ImageRef.familiarOf(image.repoTags());
    boolean named = tags.contains(familiar);
    boolean remains = named && !removed.containsAll(tags);
    return new Candidate(
            id,
            named ? familiar : String.join(", ", tags),
            remains ? 0 : image.size(),
            image.createdTime().orElse(null))
        .by(named ? familiar : id)
        .named(named ? List.of(familiar) : ImageRows.names(image.repoTags(), image.repoDigests()))
        .with(image.labels());
  }
}
