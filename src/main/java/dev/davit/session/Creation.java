package dev.davit.session;

import dev.davit.engine.Engine;
import dev.davit.engine.EngineException;
import dev.davit.engine.JsonStream;
import dev.davit.engine.model.ContainerSpec;
import dev.davit.engine.model.CreateResult;
import dev.davit.engine.model.ImagePullMessage;
import dev.davit.terminal.Streams;
import dev.davit.value.ImageRef;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes a container, and pulls its image first where the policy says so. Progress and warnings go
 * to standard error: standard output is for the id, or for the container.
 *
 * @param quiet whether to keep the progress of a pull to ourselves
 */
public record Creation(Engine engine, Streams streams, PullPolicy policy, boolean quiet) {
  /** When to pull: the values of {@code --pull}. */
  public enum PullPolicy {
    ALWAYS,
    MISSING,
    NEVER;

    /** Throws IllegalArgumentException with docker's message. */
    public static PullPolicy parse(String text) {
      return switch (text) {
        case "always" -> ALWAYS;
        case "missing", "" -> MISSING;
        case "never" -> NEVER;
        default ->
            throw new IllegalArgumentException(
                "invalid pull option: '"
                    + text
                    + "': must be one of \"always\", \"missing\" or \"never\"");
      };
    }
  }

  /**
   * Returns the new container's id.
   *
   * @param image what to pull; null if that can't be
   */
  public String create(ContainerSpec spec, @Nullable ImageRef image) throws IOException {
    if (policy == PullPolicy.ALWAYS && image != null) {
      pull(spec, image);
    }
    CreateResult created = createOrPull(spec, image);
    List<String> warnings = created.warnings();
    if (warnings != null) {
      warnings.forEach(warning -> streams.error("WARNING: " + warning));
    }
    return created.id();
  }

  private CreateResult createOrPull(ContainerSpec spec, @Nullable ImageRef image)
      throws IOException {
    try {
      return engine.containers().create(spec);
    } catch (EngineException e) {
      if (image == null || !e.isNotFound() || policy != PullPolicy.MISSING || !isAboutTheImage(e)) {
        throw e;
      }
    }
    if (!quiet) {
      streams.error("Unable to find image '" + image.familiar() + "' locally");
    }
    pull(spec, image);
    return engine.containers().create(spec);
  }

  /** A volume driver or a network that is missing is a 404 too, which no pull can mend. */
  private static boolean isAboutTheImage(EngineException e) {
    return e.reason().contains("No such image") || e.reason().contains("no such image");
  }

  private void pull(ContainerSpec spec, ImageRef image) throws IOException {
    try (JsonStream<ImagePullMessage> messages =
        engine.images().pull(image.name(), image.tagOrDigest(), spec.platform)) {
      if (quiet) {
        PullProgress.wait(messages);
      } else {
        PullProgress.show(messages, streams);
      }
    }
  }
}
