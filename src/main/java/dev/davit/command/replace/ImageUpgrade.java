package dev.davit.command.replace;

import dev.davit.command.shared.CreateOptions;
import dev.davit.engine.Images;
import dev.davit.engine.Images.RemoveOptions;
import dev.davit.engine.http.EngineException;
import dev.davit.opts.ImageRef;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Pulls each image of several containers once, and removes the images that were replaced. */
final class ImageUpgrade {
  /** The status of the engine's answer if an image still has a container. */
  private static final int CONFLICT = 409;

  private final Images images;
  private final Map<String, String> pulled = new HashMap<>();
  private final Set<String> replaced = new LinkedHashSet<>();

  ImageUpgrade(Images images) {
    this.images = images;
  }

  /**
   * Pulls the image of a container; returns whether it is another one now. An image that has no
   * name is not pulled.
   *
   * @param oldId the ID of the image that the container has
   */
  synchronized boolean pull(CreateOptions request, String oldId) throws IOException {
    String image = Objects.requireNonNullElse(request.spec().config.image, "");
    if (ImageRef.isIdentifier(image) || oldId.replace("sha256:", "").startsWith(image)) {
      return false;
    }
    String id = pulled.get(image);
    if (id == null) {
      request.pull();
      id = Objects.requireNonNullElse(images.inspect(image, null).id(), "");
      pulled.put(image, id);
    }
    return !id.equals(oldId);
  }

  /** Adds an image that a container had, but its successor has not. */
  synchronized void replaced(String oldId) {
    replaced.add(oldId);
  }

  /** Removes images that have been replaced, unless they have a name or a container. */
  void cleanUp() throws IOException {
    for (String id : replaced) {
      try {
        List<String> names = images.inspect(id, null).repoTags();
        if (names == null || names.isEmpty()) {
          images.remove(id, new RemoveOptions(false, true, List.of()));
        }
      } catch (EngineException e) {
        if (!e.isNotFound() && e.status() != CONFLICT) {
          throw e;
        }
      }
    }
  }
}
