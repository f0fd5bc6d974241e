package dev.davit.engine.model;

import java.util.Objects;

/** A volume in the list of {@code GET /volumes}. */
public record VolumeSummary(String name, String driver) {
  public VolumeSummary {
    name = Objects.requireNonNullElse(name, "");
    driver = Objects.requireNonNullElse(driver, "");
  }
}
