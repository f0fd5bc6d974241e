package dev.davit.select;

import dev.davit.engine.model.ContainerDetails;
import dev.davit.engine.model.ContainerSummary;
import dev.davit.opts.Filters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The filters of a command line, all of which a container must match. The engine decides its own
 * keys; of one such key, as in docker, any value may match, but all labels must. The client decides
 * the other keys, and keys with an operator that the engine lacks.
 */
public final class ContainerFilter {
  private final List<String> forEngine = new ArrayList<>();
  private final List<Condition> conditions = new ArrayList<>();
  private boolean needsSize;
  private boolean inAnyState;

  private ContainerFilter() {}

  /** Returns the names of all keys, sorted. */
  public static List<String> keys() {
    return FilterKey.names();
  }

  /**
   * Validates the form of a filter and converts its key to lower case; empty text stays empty.
   *
   * @throws IllegalArgumentException with docker's message
   */
  public static String parse(String text) {
    return text.isEmpty() ? text : FilterExpression.parse(text).toString();
  }

  /**
   * Reads filters that select the containers a command acts on.
   *
   * @param now the time that ages are counted to
   * @throws IllegalArgumentException if a filter has an unknown key, or no value, so that a script
   *     with an unset variable does not act on all containers
   */
  public static ContainerFilter ofSelection(List<String> filters, Instant now) {
    ContainerFilter all = new ContainerFilter();
    for (String text : filters) {
      if (text.isEmpty()) {
        throw new IllegalArgumentException("invalid filter \"\": must be KEY=VALUE");
      }
      FilterExpression filter = FilterExpression.parse(text);
      if (filter.value().isEmpty()) {
        throw Condition.invalid(filter, "has no value");
      }
      FilterKey key = FilterKey.of(filter.key()).orElseThrow(() -> unknown(filter));
      all.add(filter, key, now);
    }
    return all;
  }

  /** Reads filters of {@code ps}; the engine decides unknown keys with {@code =}, as in docker. */
  public static ContainerFilter ofList(List<String> filters, Instant now) {
    ContainerFilter all = new ContainerFilter();
    for (String text : filters) {
      if (text.isEmpty()) {
        continue;
      }
      FilterExpression filter = FilterExpression.parse(text);
      Optional<FilterKey> key = FilterKey.of(filter.key());
      if (key.isEmpty() && filter.operator() == Operator.EQUAL) {
        all.forEngine.add(text);
      } else {
        all.add(filter, key.orElseThrow(() -> unknown(filter)), now);
      }
    }
    return all;
  }

  private static IllegalArgumentException unknown(FilterExpression filter) {
    return Condition.invalid(
        filter, "unknown key; valid keys are " + String.join(", ", FilterKey.names()));
  }

  private void add(FilterExpression filter, FilterKey key, Instant now) {
    if (key.isOfEngine() && filter.operator() == Operator.EQUAL && !isClients(filter, key)) {
      boolean several = key.type() != FilterKey.Type.ENGINE_PATTERN && filter.hasAlternatives();
      List<String> values = several ? filter.alternatives() : List.of(filter.value());
      values.forEach(value -> forEngine.add(key + "=" + value));
      return;
    }
    conditions.add(Condition.of(filter, key, now));
    needsSize |= key == FilterKey.SIZE;
    inAnyState |= key.isInAnyState();
  }

  /** Whether the client decides a filter of the engine: all labels of a request must match. */
  private static boolean isClients(FilterExpression filter, FilterKey key) {
    return key == FilterKey.LABEL && filter.hasAlternatives();
  }

  /** Returns the engine's filters as JSON; null without any. */
  public @Nullable String json() {
    return Filters.toJson(forEngine);
  }

  /** Whether the engine decides all filters. */
  public boolean isForEngineOnly() {
    return conditions.isEmpty();
  }

  /** Whether the list must have sizes, which is slow. */
  public boolean needsSize() {
    return needsSize;
  }

  /** Whether a condition is about stopped containers, too. */
  public boolean isInAnyState() {
    return inAnyState;
  }

  /** Whether containers must be inspected. */
  public boolean needsDetails() {
    return conditions.stream().anyMatch(each -> each.inspected() != null);
  }

  /** Whether a listed container matches, as far as the list decides. */
  public boolean matches(ContainerSummary container) {
    return conditions.stream().allMatch(each -> each.listed().test(container));
  }

  /** Whether an inspected container that {@link #matches} the list matches in all. */
  public boolean matches(ContainerDetails details) {
    return conditions.stream()
        .allMatch(each -> each.inspected() == null || each.inspected().test(details));
  }
}
