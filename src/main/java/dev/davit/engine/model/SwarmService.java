package dev.davit.engine.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A service of a swarm, as in the list of {@code GET /services}.
 *
 * @param version the version of the object, which an update must name
 * @param createdAt a time by RFC 3339; empty if unknown
 * @param spec the service as it was requested, a tree of maps, lists and values
 * @param jobStatus the state of a job; null for a service of another mode
 */
public record SwarmService(
    String id,
    @Nullable Version version,
    String createdAt,
    @Nullable Map<String, @Nullable Object> spec,
    @Nullable JobStatus jobStatus) {
  public SwarmService {
    id = Objects.requireNonNullElse(id, "");
    createdAt = Objects.requireNonNullElse(createdAt, "");
  }

  /** The number that increases with each change of an object, or with each run of a job. */
  public record Version(long index) {}

  /**
   * The state of a job.
   *
   * @param jobIteration the current run: 0 for the first one
   * @param lastExecution the start of the current run, a time by RFC 3339
   */
  public record JobStatus(@Nullable Version jobIteration, @Nullable String lastExecution) {}

  /** The number of the current run of a job, counted from 0. */
  public long iteration() {
    return jobStatus == null || jobStatus.jobIteration == null ? 0 : jobStatus.jobIteration.index;
  }

  /** The map of a field of the spec; an empty one if the field is absent. */
  public Map<?, ?> part(String... path) {
    Object at = spec;
    for (String name : path) {
      at = at instanceof Map<?, ?> map ? map.get(name) : null;
    }
    return at instanceof Map<?, ?> map ? map : Map.of();
  }

  /** The labels of the service. */
  public Map<String, String> labels() {
    Map<String, String> labels = new LinkedHashMap<>();
    part("Labels").forEach((key, value) -> labels.put(String.valueOf(key), String.valueOf(value)));
    return labels;
  }

  /** The name; empty if unknown. */
  public String name() {
    return spec != null && spec.get("Name") instanceof String name ? name : "";
  }
}
