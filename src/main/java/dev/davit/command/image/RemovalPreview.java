package dev.davit.command.image;

import dev.davit.cli.CommandContext;
import dev.davit.command.removal.Preview;
import dev.davit.command.removal.Preview.Candidate;
import dev.davit.command.shared.ForEachTarget;
import dev.davit.engine.model.ImageDetails;
import dev.davit.opts.ImageRef;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The list of images that a removal would remove. */
final class RemovalPreview {
  private RemovalPreview() {}

  /**
   * Prints the images that would be removed, with size 0 for one that keeps another name, and the
   * errors of images that do not exist; returns the exit code.
   */
  static int print(CommandContext in, List<String> names) throws IOException {
    List<Candidate> candidates = new ArrayList<>();
    List<String> errors = new ArrayList<>();
    Set<String> removed = new HashSet<>();
    names.forEach(name -> removed.add(ImageRef.familiarOf(name)));
    for (String name : names) {
      try {
        ImageDetails image = in.engine().images().inspect(name, null);
        String familiar = ImageRef.familiarOf(name);
        List<String> tags = ImageRef.familiarOf(image.repoTags());
        boolean named = tags.contains(familiar);
        boolean remains = named && !removed.containsAll(tags);
        candidates.add(
            new Candidate(
                named ? familiar : Objects.requireNonNullElse(image.id(), ""),
                Objects.requireNonNullElse(image.id(), ""),
                named ? familiar : String.join(", ", tags),
                remains ? 0 : image.size(),
                image.createdTime().orElse(null)));
      } catch (IOException e) {
        errors.add(String.valueOf(e.getMessage()));
      }
    }
    Preview.print(in, candidates);
    return ForEachTarget.exitCode(in.streams(), errors);
  }
}
