package dev.davit.engine.model;

import org.jspecify.annotations.Nullable;

/** What only a {@link Mount} of type image has (API 1.48). */
public final class ImageOptions {
  public @Nullable String subpath;
}
