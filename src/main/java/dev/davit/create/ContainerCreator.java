package dev.davit.create;

import dev.davit.credentials.CredentialStore;
import dev.davit.engine.Engine;
import dev.davit.engine.http.EngineException;
import dev.davit.engine.http.JsonStream;
import dev.davit.engine.http.PlannedRequest;
import dev.davit.engine.model.ContainerSpec;
import dev.davit.engine.model.CreateResult;
import dev.davit.engine.model.ProgressMessage;
import dev.davit.opts.ImageRef;
import dev.davit.opts.IpAddress;
import dev.davit.progress.ProgressDisplay;
import dev.davit.terminal.Printer;
import dev.davit.terminal.Streams;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Creates a container, pulling its image first if the policy asks for it. Progress and warnings are
 * printed to standard error: standard output is for the ID, or for the container.
 *
 * @param quiet whether to print no progress of a pull
 * @param platform the platform to pull, in the syntax of the flag; empty for the engine's own
 * @param credentials the credentials for the image's registry
 * @param clock the clock for the progress of a pull
 */
public record ContainerCreator(
    Engine engine,
    Streams streams,
    PullPolicy policy,
    boolean quiet,
    String platform,
    CredentialStore credentials,
    InstantSource clock) {
  /** The values of {@code --pull}. */
  public enum PullPolicy {
    ALWAYS,
    MISSING,
    NEVER;

    /**
     * Parses a value.
     *
     * @throws IllegalArgumentException with docker's message if it is invalid
     */
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

  /** Creates a container and returns its ID. */
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
    pullMissing(spec);
    return engine.containers().create(spec);
  }

  /**
   * Pulls the image of a container if the policy asks for it; returns its ID, or nothing if it is
   * not there and must not be pulled.
   */
  public String provideImage(ContainerSpec spec) throws IOException {
    if (policy == PullPolicy.ALWAYS) {
      pull(spec);
    }
    try {
      return imageId(spec);
    } catch (EngineException e) {
      if (!e.isNotFound()) {
        throw e;
      }
    }
    if (policy != PullPolicy.MISSING || ImageRef.isIdentifier(image(spec))) {
      return "";
    }
    pullMissing(spec);
    return imageId(spec);
  }

  private String imageId(ContainerSpec spec) throws IOException {
    return Objects.requireNonNullElse(engine.images().inspect(image(spec), null).id(), "");
  }

  private void pullMissing(ContainerSpec spec) throws IOException {
    if (!quiet) {
      streams.error(
          "Unable to find image '" + ImageRef.parse(image(spec)).familiar() + "' locally");
    }
    pull(spec);
  }

  private static String image(ContainerSpec spec) {
    return Objects.requireNonNullElse(spec.config.image, "");
  }

  /**
   * Returns the first requests of {@link #create}, without sending any; a pull of a missing image
   * is not included, as only the engine's response asks for it.
   */
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

  /** Pulls the image of a container. */
  public void pull(ContainerSpec spec) throws IOException {
    ImageRef image = reference(spec);
    String login = credentials.ofDomain(image.domain()).header();
    Printer shown = quiet ? null : Printer.ofError(streams);
    try (JsonStream<ProgressMessage> messages =
        engine.images().pull(image.name(), image.tagOrDigest(), platform, login)) {
      ProgressDisplay.on(shown, clock).show(messages);
    }
  }
}
