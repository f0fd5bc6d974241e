package dev.davit.replace;

import dev.davit.create.ContainerDescriptions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The plan of a replacement, which the labels of the new container have: labels cannot change after
 * the creation. How far a replacement got is seen by the names and states of the two containers.
 *
 * @param oldId the ID of the container to replace
 * @param oldName the name of the container to replace
 * @param name the name that the new container gets, usually {@code oldName}
 * @param oldRan whether the old container ran, so that it is started again if the plan fails
 * @param starts whether the new container is started
 * @param condition the condition to wait for after the start as {@code --wait} takes it, empty for
 *     the default one; null for no wait
 * @param limit the longest wait as {@code --wait-timeout} takes it; null for no limit
 * @param keepsOld whether the old container is not removed
 */
public record Plan(
    String oldId,
    String oldName,
    String name,
    boolean oldRan,
    boolean starts,
    @Nullable String condition,
    @Nullable String limit,
    boolean keepsOld) {
  private static final String PREFIX = ContainerDescriptions.OWN_LABELS + "replace.";

  /** The label that all containers have that replace another one. */
  static final String OLD_ID = PREFIX + "old-id";

  private static final String OLD_NAME = PREFIX + "old-name";
  private static final String NAME = PREFIX + "name";
  private static final String OLD_RAN = PREFIX + "old-ran";
  private static final String STARTS = PREFIX + "starts";
  private static final String WAIT = PREFIX + "wait";
  private static final String LIMIT = PREFIX + "wait-timeout";
  private static final String KEEP_OLD = PREFIX + "keep-old";

  private static final int SHORT = 12;

  /** Reads labels; empty if they belong to a container that replaces none. */
  static Optional<Plan> of(@Nullable Map<String, String> labels) {
    if (labels == null || !labels.containsKey(OLD_ID) || !labels.containsKey(NAME)) {
      return Optional.empty();
    }
    String name = Objects.requireNonNull(labels.get(NAME));
    return Optional.of(
        new Plan(
            Objects.requireNonNull(labels.get(OLD_ID)),
            labels.getOrDefault(OLD_NAME, name),
            name,
            labels.containsKey(OLD_RAN),
            labels.containsKey(STARTS),
            labels.get(WAIT),
            labels.get(LIMIT),
            labels.containsKey(KEEP_OLD)));
  }

  /** Returns labels with those of this plan. */
  Map<String, String> on(@Nullable Map<String, String> labels) {
    Map<String, String> all = new LinkedHashMap<>(labels == null ? Map.of() : labels);
    all.put(OLD_ID, oldId);
    all.put(OLD_NAME, oldName);
    all.put(NAME, name);
    if (oldRan) {
      all.put(OLD_RAN, "true");
    }
    if (starts) {
      all.put(STARTS, "true");
    }
    if (condition != null) {
      all.put(WAIT, condition);
    }
    if (limit != null) {
      all.put(LIMIT, limit);
    }
    if (keepsOld) {
      all.put(KEEP_OLD, "true");
    }
    return all;
  }

  /** The name of the new container as long as nothing has happened to the old one. */
  String nameOfNew() {
    return name + ".new-" + shortId();
  }

  /** The name of the new container from before the stop of the old one until it has its own. */
  String nameOfNext() {
    return name + ".next-" + shortId();
  }

  /** The name of the old container until the replacement is finished. */
  String nameOfOld() {
    return oldName + ".old-" + shortId();
  }

  /** The name of the old container if it is kept. */
  String nameOfKept() {
    return oldName + ".kept-" + shortId();
  }

  private String shortId() {
    return oldId.substring(0, Math.min(SHORT, oldId.length()));
  }
}
