package dev.davit.engine.model;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A network in the list of {@code GET /networks}, or the details of {@code GET /networks/{id}}.
 *
 * @param created a time by RFC 3339; empty if unknown
 * @param enableIpv4 false for engines below API 1.48, which do not report it
 * @param configOnly whether other networks take their configuration from it
 * @param ingress whether the network is the routing mesh of a swarm
 */
public record NetworkSummary(
    String name,
    String id,
    String created,
    String scope,
    String driver,
    boolean enableIpv4,
    boolean enableIpv6,
    boolean internal,
    boolean ingress,
    boolean configOnly,
    @Nullable Map<String, String> labels) {
  public NetworkSummary {
    name = Objects.requireNonNullElse(name, "");
    id = Objects.requireNonNullElse(id, "");
    created = Objects.requireNonNullElse(created, "");
    scope = Objects.requireNonNullElse(scope, "");
    driver = Objects.requireNonNullElse(driver, "");
  }
}
