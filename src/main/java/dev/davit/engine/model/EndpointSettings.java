package dev.davit.engine.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A container's place in one network, as asked for at create. */
public final class EndpointSettings {
  @JsonProperty("IPAMConfig")
  public @Nullable EndpointIPAMConfig ipamConfig;

  public @Nullable List<String> links;
  public @Nullable List<String> aliases;

  /** API 1.44; before that it is {@link ContainerConfig#macAddress}. */
  public @Nullable String macAddress;

  public @Nullable Map<String, String> driverOpts;

  /** The network with the highest priority gives the default route; API 1.48. */
  public @Nullable Long gwPriority;
}
