package dev.davit.create;

import dev.davit.credentials.CredentialStore;
import dev.davit.engine.Engine;
import dev.davit.engine.http.EngineException;
import dev.davit.engine.http.JsonStream;
import dev.davit.engine.http.PlannedRequest;
import dev.davit.engine.model.ContainerSpec;
import dev.davit.engine.model.CreateResult;
import dev.davit.engine.model.ImagePullMessage;
import dev.davit.opts.ImageRef;
import dev.davit.opts.IpAddress;
import dev.davit.terminal.Streams;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Makes a container, and pulls its image first where the policy says so. Progress and warnings go
 * to standard error: standard output is for the id, or for the container.
 *
 * @param quiet whether to keep the progress of a pull to ourselves
 * @param platform what to pull, as it was typed; empty for the engine's own
 * @param credentials how to log in to the registry that has the image
 */
public record ContainerCreator(
    Engine engine,
    Streams streams,
    PullPolicy policy,
    boolean quiet,
    String platform,
    CredentialStore credentials) {
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

  /** Returns the new container's id. */
  public String create(ContainerSpec spec) throws IOException {
    if (policy == PullPolicy.ALWAYS) {
      pull(spec);
    }
    CreateResult created = createOrPull(spec);
    List<String> warnings = created.warnings();
    if (warnings != null) {
      warnings.forEach(this::warn);
    }
    if (spec.hostConfig.dns != null) {
      spec.hostConfig.dns.stream()
          .filter(IpAddress::isLoopback)
          .findFirst()
          .ifPresent(dns -> warn("Localhost DNS (" + dns + ") may fail in containers."));
    }
    return created.id();
  }

  private void warn(String warning) {
    streams.error("WARNING: " + warning);
  }

  private CreateResult createOrPull(ContainerSpec spec) throws IOException {
    try {
      return engine.containers().create(spec);
    } catch (EngineException e) {
      if (policy != PullPolicy.MISSING
          || ImageRef.isIdentifier(image(spec))
          || !MissingImage.isPossible(e, spec)) {
        throw e;
      }
    }
    if (!quiet) {
      streams.error(
          "Unable to find image '" + ImageRef.parse(image(spec)).familiar() + "' locally");
    }
    pull(spec);
    return engine.containers().create(spec);
  }

  private static String image(ContainerSpec spec) {
    return Objects.requireNonNullElse(spec.config.image, "");
  }

  /** What {@link #create} would ask first; a pull because the image is missing shows only then. */
  public List<PlannedRequest> plan(ContainerSpec spec) throws IOException {
    List<PlannedRequest> requests = new ArrayList<>();
    if (policy == PullPolicy.ALWAYS) {
      ImageRef image = reference(spec);
      requests.add(engine.images().planPull(image.name(), image.tagOrDigest(), platform));
    }
    requests.add(engine.containers().planCreate(spec));
    return requests;
  }

  private static ImageRef reference(ContainerSpec spec) throws IOException {
    try {
      return ImageRef.parse(image(spec));
    } catch (IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private void pull(ContainerSpec spec) throws IOException {
    ImageRef image = reference(spec);
    String login = credentials.ofDomain(image.domain()).header();
    try (JsonStream<ImagePullMessage> messages =
        engine.images().pull(image.name(), image.tagOrDigest(), platform, login)) {
      if (quiet) {
        PullProgress.wait(messages);
      } else {
        PullProgress.show(messages, streams);
      }
    }
  }
}
