package dev.davit.engine.model;

import java.util.Objects;

/**
 * A record of the build cache, in {@link DiskUsage}.
 *
 * @param parent the ID of the parent record, sent by engines before API 1.42; may be empty
 * @param type the kind of record, such as {@code regular} or {@code source.local}
 * @param shared whether an image has the same layer
 * @param size bytes
 * @param createdAt the time in RFC 3339; empty if not sent
 * @param lastUsedAt the time in RFC 3339; empty for a record that was never used
 */
public record BuildCacheRecord(
    String id,
    String parent,
    String type,
    String description,
    boolean inUse,
    boolean shared,
    long size,
    String createdAt,
    String lastUsedAt,
    long usageCount) {
  public BuildCacheRecord {
    id = Objects.requireNonNullElse(id, "");
    parent = Objects.requireNonNullElse(parent, "");
    type = Objects.requireNonNullElse(type, "");
    description = Objects.requireNonNullElse(description, "");
    createdAt = Objects.requireNonNullElse(createdAt, "");
    lastUsedAt = Objects.requireNonNullElse(lastUsedAt, "");
  }
}
