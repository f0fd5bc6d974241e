package dev.davit.opts;

import dev.davit.engine.model.Ulimit;
import dev.davit.gotypes.GoInt;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Parses {@code --ulimit NAME=SOFT[:HARD]}; -1 is unlimited. */
public final class UlimitSpec {
  private static final Set<String> NAMES =
      Set.of(
          "core",
          "cpu",
          "data",
          "fsize",
          "locks",
          "memlock",
          "msgqueue",
          "nice",
          "nofile",
          "nproc",
          "rss",
          "rtprio",
          "rttime",
          "sigpending",
          "stack");

  private UlimitSpec() {}

  public static Ulimit parse(String text) {
    String name = KeyValue.name(text);
    String value = KeyValue.value(text);
    if (value == null) {
      throw new IllegalArgumentException("invalid ulimit argument: " + text);
    }
    if (!NAMES.contains(name)) {
      throw new IllegalArgumentException("invalid ulimit type: " + name);
    }
    String[] limits = value.split(":", -1);
    if (limits.length > 2) {
      throw new IllegalArgumentException(
          "too many limit value arguments - " + value + ", can only have up to two, `soft[:hard]`");
    }
    // the hard limit first: its error is reported if both are invalid
    long hard = GoInt.parseDecimal(limits[limits.length - 1]);
    long soft = limits.length == 1 ? hard : GoInt.parseDecimal(limits[0]);
    if (hard != -1 && (soft == -1 || soft > hard)) {
      throw new IllegalArgumentException(
          "ulimit soft limit must be less than or equal to hard limit: "
              + (soft == -1 ? "soft: -1 (unlimited), hard: " + hard : soft + " > " + hard));
    }
    return new Ulimit(name, soft, hard);
  }

  /** Returns the last limit of each name, sorted by name. */
  public static List<Ulimit> lastOfEach(List<Ulimit> limits) {
    Map<@Nullable String, Ulimit> byName = new TreeMap<>();
    limits.forEach(limit -> byName.put(limit.name(), limit));
    return List.copyOf(byName.values());
  }

  /** Formats a value in the syntax that {@link #parse} reads. */
  public static String format(Ulimit limit) {
    return limit.name() + '=' + limit.soft() + ':' + limit.hard();
  }
}
