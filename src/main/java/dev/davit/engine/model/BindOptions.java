package dev.davit.engine.model;

import org.jspecify.annotations.Nullable;

/** The fields of a {@link Mount} of type bind only. */
public final class BindOptions {
  public @Nullable String propagation;
  public @Nullable Boolean nonRecursive;

  /** Since API 1.42. */
  public @Nullable Boolean createMountpoint;

  /** Since API 1.44. */
  public @Nullable Boolean readOnlyNonRecursive;

  /** Since API 1.44. */
  public @Nullable Boolean readOnlyForceRecursive;
}
