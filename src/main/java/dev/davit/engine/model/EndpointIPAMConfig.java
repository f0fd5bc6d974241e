package dev.davit.engine.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The static addresses that are requested for an endpoint. */
public final class EndpointIPAMConfig {
  @JsonProperty("IPv4Address")
  public @Nullable String ipv4Address;

  @JsonProperty("IPv6Address")
  public @Nullable String ipv6Address;

  @JsonProperty("LinkLocalIPs")
  public @Nullable List<String> linkLocalIps;
}
