package dev.davit.engine.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The settings of a container's endpoint in a network, as in a create request. */
public final class EndpointSettings {
  @JsonProperty("IPAMConfig")
  public @Nullable EndpointIPAMConfig ipamConfig;

  public @Nullable List<String> links;
  public @Nullable List<String> aliases;

  /** Since API 1.44; earlier versions have {@link ContainerConfig#macAddress}. */
  public @Nullable String macAddress;

  public @Nullable Map<String, String> driverOpts;

  /** Priority of the network as default gateway, the highest wins; since API 1.48. */
  public @Nullable Long gwPriority;
}
