package dev.davit.engine.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The management of a network's IP addresses: driver and address pools. */
public final class IpamConfig {
  public String driver = "";
  public Map<String, String> options = Map.of();
  public List<Pool> config = List.of();

  /** A pool of addresses. */
  public static final class Pool {
    /** A subnet such as {@code 10.1.0.0/16}. */
    public String subnet = "";

    /** The part of the subnet from which containers get addresses. */
    @JsonProperty("IPRange")
    public @Nullable String ipRange;

    public @Nullable String gateway;

    /** Reserved addresses by name. */
    public @Nullable Map<String, String> auxiliaryAddresses;
  }
}
