package dev.davit.engine.model;

import org.jspecify.annotations.Nullable;

/** The fields of a {@link Mount} of type image only, since API 1.48. */
public final class ImageOptions {
  public @Nullable String subpath;
}
