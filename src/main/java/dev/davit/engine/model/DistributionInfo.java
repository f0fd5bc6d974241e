package dev.davit.engine.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The response to {@code GET /distribution/{name}/json}: an image as its registry has it. */
public record DistributionInfo(@Nullable Descriptor descriptor) {
  /** A manifest, or a list of manifests of several platforms. */
  public record Descriptor(@Nullable String digest) {}

  /** The digest of the image; empty if the engine sent none. */
  public String digest() {
    return descriptor == null ? "" : Objects.requireNonNullElse(descriptor.digest(), "");
  }
}
