package dev.davit.engine.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fixed addresses an endpoint asks for. */
public final class EndpointIPAMConfig {
  @JsonProperty("IPv4Address")
  public @Nullable String ipv4Address;

  @JsonProperty("IPv6Address")
  public @Nullable String ipv6Address;

  @JsonProperty("LinkLocalIPs")
  public @Nullable List<String> linkLocalIps;
}
