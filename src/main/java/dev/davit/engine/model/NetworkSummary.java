package dev.davit.engine.model;

import java.util.Objects;

/** One network of {@code GET /networks}. */
public record NetworkSummary(String name, String driver) {
  public NetworkSummary {
    name = Objects.requireNonNullElse(name, "");
    driver = Objects.requireNonNullElse(driver, "");
  }
}
