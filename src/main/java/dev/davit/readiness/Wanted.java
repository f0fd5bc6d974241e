package dev.davit.readiness;

import dev.davit.engine.model.ContainerDetails;
import dev.davit.readiness.ReadyCondition.Kind;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The conditions of a wait.
 *
 * @param all the conditions; empty for the default, {@code healthy} if the container has a health
 *     check, else {@code running}
 * @param any whether one condition suffices; otherwise all must have been met
 */
public record Wanted(List<ReadyCondition> all, boolean any) {
  /** The default conditions of {@code --wait}. */
  public static final Wanted DEFAULT = new Wanted(List.of(), false);

  /**
   * Parses the value of {@code --wait}: a condition, or empty for the default.
   *
   * @throws IllegalArgumentException with the reason, or a list of the valid conditions
   */
  public static Wanted parse(String text) {
    return text.isEmpty() ? DEFAULT : new Wanted(List.of(ReadyCondition.parse(text)), false);
  }

  /** Returns these conditions, with the default replaced by the one for a container. */
  Wanted of(ContainerDetails container) {
    return all.isEmpty()
        ? new Wanted(
            List.of(container.hasHealthCheck() ? ReadyCondition.HEALTHY : ReadyCondition.RUNNING),
            any)
        : this;
  }

  boolean isMetBy(Collection<ReadyCondition> met) {
    return any ? !met.isEmpty() : met.containsAll(all);
  }

  /** Whether the container's end is one of the conditions. */
  boolean isEndWanted() {
    return all.stream().anyMatch(ReadyCondition::isEnd);
  }

  List<ReadyCondition> of(Kind kind) {
    return all.stream().filter(each -> each.kind() == kind).toList();
  }

  /** Returns the conditions that have not been met, as text. */
  public String pending(Collection<ReadyCondition> met) {
    return all.stream()
        .filter(each -> !met.contains(each))
        .map(ReadyCondition::text)
        .collect(Collectors.joining(any ? " or " : ", "));
  }
}
