package dev.davit.engine.model;

import org.jspecify.annotations.Nullable;

/** The body of {@code POST /containers/{id}/update}: what is absent stays as it is. */
public final class UpdateConfig extends Resources {
  public @Nullable RestartPolicy restartPolicy;
}
