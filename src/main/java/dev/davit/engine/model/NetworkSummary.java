package dev.davit.engine.model;

import java.util.Objects;

/** A network in the list of {@code GET /networks}. */
public record NetworkSummary(String name, String driver) {
  public NetworkSummary {
    name = Objects.requireNonNullElse(name, "");
    driver = Objects.requireNonNullElse(driver, "");
  }
}
