package dev.davit.command.image;

import dev.davit.cli.CommandContext;
import dev.davit.command.removal.Preview.Candidate;
import dev.davit.command.removal.Protection;
import dev.davit.engine.Images;
import dev.davit.engine.http.EngineException;
import dev.davit.engine.model.ImageDetails;
import dev.davit.engine.model.ImageSummary;
import dev.davit.opts.ImageRef;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks the images that a removal names: those of an ID by all of their tags. */
final class ProtectedImages {
  private ProtectedImages() {}

  static void require(CommandContext in, Protection protection, List<String> names)
      throws IOException {
    Map<String, @Nullable Map<String, String>> labels = new HashMap<>();
    for (ImageSummary each : in.engine().images().list(Images.ListOptions.DEFAULT)) {
      labels.put(each.id(), each.labels());
    }
    List<Candidate> candidates = new ArrayList<>();
    for (String name : names) {
      ImageDetails image;
      try {
        image = in.engine().images().inspect(name, null);
      } catch (EngineException e) {
        continue; // the removal reports the error
      }
      String id = String.valueOf(image.id());
      String familiar = ImageRef.familiarOf(name);
      List<String> tags = ImageRef.familiarOf(image.repoTags());
      List<String> all = tags.isEmpty() ? List.of("") : tags;
      for (String tag : tags.contains(familiar) ? List.of(familiar) : all) {
        candidates.add(new Candidate(id, id, tag, null, null, labels.get(id)));
      }
    }
    protection.requireAll("image", candidates);
  }
}
