package dev.davit.engine.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;

/**
 * A repository in the response to {@code GET /images/search}.
 *
 * @param official whether Docker maintains the repository
 */
public record ImageSearchResult(
    @JsonProperty("name") String name,
    @JsonProperty("description") String description,
    @JsonProperty("star_count") long stars,
    @JsonProperty("is_official") boolean official) {
  public ImageSearchResult {
    name = Objects.requireNonNullElse(name, "");
    description = Objects.requireNonNullElse(description, "");
  }
}
