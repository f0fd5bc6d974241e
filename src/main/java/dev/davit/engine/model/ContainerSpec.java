package dev.davit.engine.model;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.Nulls;
import org.jspecify.annotations.Nullable;

/**
 * A request to {@code POST /containers/create}. The fields of {@link #config} are at the top level
 * of the body; {@link #name} and {@link #platform} are query parameters.
 */
public final class ContainerSpec {
  public transient @Nullable String name;
  public transient @Nullable String platform;

  @JsonUnwrapped public ContainerConfig config = new ContainerConfig();

  @JsonSetter(nulls = Nulls.SKIP)
  public HostConfig hostConfig = new HostConfig();

  @JsonSetter(nulls = Nulls.SKIP)
  public NetworkingConfig networkingConfig = new NetworkingConfig();
}
