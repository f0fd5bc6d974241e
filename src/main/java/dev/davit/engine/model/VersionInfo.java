package dev.davit.engine.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The answer to {@code GET /version}. */
public record VersionInfo(
    @Nullable Platform platform,
    @Nullable List<Component> components,
    @Nullable String version,
    @Nullable String apiVersion,
    @JsonProperty("MinAPIVersion") @Nullable String minApiVersion,
    @Nullable String gitCommit,
    @Nullable String goVersion,
    @Nullable String os,
    @Nullable String arch,
    @Nullable String kernelVersion,
    @Nullable String buildTime) {

  /** The product's name. */
  public record Platform(@Nullable String name) {}

  /** A part of the engine: the engine itself, containerd, runc. */
  public record Component(
      String name, @Nullable String version, @Nullable Map<String, String> details) {

    public Component {
      name = Objects.requireNonNullElse(name, "");
    }
  }
}
