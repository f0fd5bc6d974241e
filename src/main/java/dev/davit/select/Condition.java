package dev.davit.select;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.davit.engine.model.ContainerDetails;
import dev.davit.engine.model.ContainerSummary;
import dev.davit.gotypes.DurationParser;
import dev.davit.gotypes.GoInt;
import dev.davit.opts.ByteSize;
import dev.davit.text.GoQuote;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A filter that the client decides.
 *
 * @param listed decides by the list
 * @param inspected decides, if {@code listed} does not exclude a container, by its details; null if
 *     the list is enough
 */
record Condition(
    Predicate<ContainerSummary> listed, @Nullable Predicate<ContainerDetails> inspected) {
  private static final Set<String> STATES =
      Set.of("created", "dead", "exited", "paused", "removing", "restarting", "running");
  private static final Set<String> HEALTH = Set.of("healthy", "none", "starting", "unhealthy");

  private static final long DAY = Duration.ofDays(1).toNanos();

  /**
   * Creates the condition of a filter.
   *
   * @param now the time that ages are counted to
   * @throws IllegalArgumentException with the reason if the operator or the value is invalid
   */
  static Condition of(FilterExpression filter, FilterKey key, Instant now) {
    requireOperator(filter, key);
    return switch (key) {
      case AGE -> listed(number(filter, Condition::age), each -> age(each, now));
      case ENV -> inspected(each -> true, text(filter, key), Facts::env);
      case EXIT, EXITED ->
          inspected(Facts::hasEnded, number(filter, GoInt::parseInt), Condition::exitCode);
      case OOM -> inspected(each -> true, bool(filter), each -> each.state().oomKilled());
      case RESTARTS ->
          inspected(
              each -> true, number(filter, GoInt::parseInt), each -> (long) each.restartCount());
      case SIZE -> listed(number(filter, ByteSize::parse), ContainerSummary::sizeRw);
      case EXPOSE, PUBLISH -> listed(port(filter, key));
      default -> listed(text(filter, key), each -> Facts.texts(key, each));
    };
  }

  private static void requireOperator(FilterExpression filter, FilterKey key) {
    List<Operator> valid = key.operators();
    if (!valid.contains(filter.operator())) {
      throw invalid(
          filter,
          key + " takes " + valid.stream().map(Operator::sign).collect(Collectors.joining(", ")));
    }
  }

  private static <V> Condition listed(Predicate<V> test, Function<ContainerSummary, V> value) {
    return listed(container -> test.test(value.apply(container)));
  }

  private static Condition listed(Predicate<ContainerSummary> test) {
    return new Condition(test, null);
  }

  private static <V> Condition inspected(
      Predicate<ContainerSummary> listed, Predicate<V> test, Function<ContainerDetails, V> value) {
    return new Condition(listed, details -> test.test(value.apply(details)));
  }

  private static long exitCode(ContainerDetails details) {
    return details.state().exitCode();
  }

  private static long age(ContainerSummary container, Instant now) {
    return Duration.between(Instant.ofEpochSecond(container.created()), now).toNanos();
  }

  /** Parses a duration: also {@code 3d}, and {@code 2w}. */
  private static Long age(String text) {
    int last = text.length() - 1;
    boolean days = last > 0 && "dw".indexOf(text.charAt(last)) >= 0;
    if (days && text.substring(0, last).chars().allMatch(c -> c >= '0' && c <= '9')) {
      long count = GoInt.parseDecimal(text.substring(0, last));
      return Math.multiplyExact(count, text.endsWith("w") ? 7 * DAY : DAY);
    }
    return DurationParser.parse(text);
  }

  private static Predicate<Long> number(FilterExpression filter, Function<String, Long> parser) {
    List<Long> values = parsed(filter, parser);
    Operator operator = filter.operator();
    if (operator.isOrder()) {
      if (values.size() > 1) {
        throw invalid(filter, operator.sign() + " takes one value");
      }
      return actual -> operator.accepts(actual.compareTo(values.getFirst()));
    }
    return actual -> values.contains(actual) == (operator == Operator.EQUAL);
  }

  private static Predicate<Boolean> bool(FilterExpression filter) {
    List<Boolean> values = parsed(filter, GoInt::parseBool);
    return actual -> values.contains(actual) == (filter.operator() == Operator.EQUAL);
  }

  private static <V> List<V> parsed(FilterExpression filter, Function<String, V> parser) {
    List<V> values = new ArrayList<>();
    for (String alternative : filter.alternatives()) {
      try {
        values.add(parser.apply(alternative));
      } catch (IllegalArgumentException | ArithmeticException e) {
        throw invalid(filter, String.valueOf(e.getMessage()));
      }
    }
    return values;
  }

  private static Predicate<List<String>> text(FilterExpression filter, FilterKey key) {
    boolean wanted = filter.operator() != Operator.NOT_EQUAL;
    if (filter.operator() == Operator.MATCHES || key.type() == FilterKey.Type.ENGINE_PATTERN) {
      Pattern pattern = pattern(filter);
      return texts -> texts.stream().anyMatch(text -> pattern.matcher(text).find()) == wanted;
    }
    List<String> values = new ArrayList<>(filter.alternatives());
    Set<String> valid =
        key == FilterKey.STATUS ? STATES : key == FilterKey.HEALTH ? HEALTH : Set.of();
    for (String value : values) {
      if (!valid.isEmpty() && !valid.contains(value)) {
        throw invalid(filter, key + " must be one of " + valid.stream().sorted().toList());
      }
    }
    values.add(filter.value()); // a value with a literal |
    return texts -> texts.stream().anyMatch(values::contains) == wanted;
  }

  private static Pattern pattern(FilterExpression filter) {
    try {
      return Pattern.compile(filter.value());
    } catch (PatternSyntaxException e) {
      throw invalid(filter, String.valueOf(e.getMessage()));
    }
  }

  private static Predicate<ContainerSummary> port(FilterExpression filter, FilterKey key) {
    boolean publish = key == FilterKey.PUBLISH;
    boolean wanted = filter.operator() == Operator.EQUAL;
    List<PortRange> ranges = parsed(filter, PortRange::parse);
    return container ->
        Facts.ports(container.ports()).stream()
                .anyMatch(
                    port ->
                        ranges.stream()
                            .anyMatch(
                                range ->
                                    range.contains(
                                        publish ? port.publicPort() : port.privatePort(),
                                        port.type())))
            == wanted;
  }

  /** Creates the exception for an invalid filter. */
  static IllegalArgumentException invalid(FilterExpression filter, String reason) {
    return new IllegalArgumentException(
        "invalid filter " + GoQuote.quote(filter.toString()) + ": " + reason);
  }
}
