package dev.davit.engine.model;

import org.jspecify.annotations.Nullable;

/** What only a {@link Mount} of type bind has. */
public final class BindOptions {
  public @Nullable String propagation;
  public @Nullable Boolean nonRecursive;

  /** API 1.42. */
  public @Nullable Boolean createMountpoint;

  /** API 1.44. */
  public @Nullable Boolean readOnlyNonRecursive;

  /** API 1.44. */
  public @Nullable Boolean readOnlyForceRecursive;
}
