package dev.davit.engine.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /networks/create}. */
public final class NetworkConfig {
  public String name = "";

  /** Whether a second network of this name is refused; below API 1.44 only. */
  public @Nullable Boolean checkDuplicate;

  public String driver = "";
  public String scope = "";

  /** Since API 1.48; null for the engine's default. */
  @JsonProperty("EnableIPv4")
  public @Nullable Boolean enableIpv4;

  /** Null for the engine's default. */
  @JsonProperty("EnableIPv6")
  public @Nullable Boolean enableIpv6;

  @JsonProperty("IPAM")
  public IpamConfig ipam = new IpamConfig();

  public boolean internal;
  public boolean attachable;
  public boolean ingress;
  public boolean configOnly;
  public @Nullable ConfigReference configFrom;
  public Map<String, String> options = Map.of();
  public Map<String, String> labels = Map.of();

  /**
   * The network from which the configuration is copied.
   *
   * @param network its name or ID
   */
  public record ConfigReference(String network) {}
}
