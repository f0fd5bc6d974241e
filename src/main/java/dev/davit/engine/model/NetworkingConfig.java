package dev.davit.engine.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The networks a container is created in; more than one needs API 1.44. */
public final class NetworkingConfig {
  /** By the name or ID of the network. */
  public @Nullable Map<String, EndpointSettings> endpointsConfig;
}
