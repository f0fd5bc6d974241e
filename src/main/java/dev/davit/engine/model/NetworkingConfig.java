package dev.davit.engine.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The networks that a container is created in; more than one requires API 1.44. */
public final class NetworkingConfig {
  /** Endpoint settings by network name or ID. */
  public @Nullable Map<String, EndpointSettings> endpointsConfig;
}
