package dev.davit.cli.flags;

import dev.davit.engine.model.ContainerSpec;
import dev.davit.engine.model.HealthConfig;
import dev.davit.gotypes.DurationParser;
import dev.davit.gotypes.GoInt;
import dev.davit.opts.JsonList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The flags for the container's health check. */
final class HealthFlags {
  private static final Flag<String> CMD =
      Flag.string("health-cmd", "Shell command that checks the container's health");
  private static final Flag<@Nullable List<String>> CMD_EXEC =
      Flag.value(
          "health-cmd-exec",
          "json",
          JsonList::parse,
          "Health check command to run without a shell: JSON array, for example [\"curl\",\"-f\",\"URL\"]");
  private static final Flag<@Nullable Long> INTERVAL =
      duration("health-interval", "Time between health checks");
  private static final Flag<@Nullable Long> RETRIES =
      Flag.value(
          "health-retries",
          "int",
          GoInt::parseInt,
          "Consecutive failures before the container is unhealthy");
  private static final Flag<@Nullable Long> START_INTERVAL =
      duration("health-start-interval", "Time between health checks during the start period")
          .since(1, 44);
  private static final Flag<@Nullable Long> START_PERIOD =
      duration("health-start-period", "Start period, in which failed health checks do not count")
          .since(1, 29);
  private static final Flag<@Nullable Long> TIMEOUT =
      duration("health-timeout", "Maximum duration of one health check");
  private static final Flag<Boolean> NONE =
      Flag.bool("no-healthcheck", "Disable the image's health check");

  static final Mapping HEALTHCHECK = new Healthcheck();
  static final FlagTable TABLE = FlagTable.of("Health", HEALTHCHECK);

  private HealthFlags() {}

  private static Flag<@Nullable Long> duration(String name, String help) {
    return Flag.value(
        name, "duration", DurationParser::parse, help + " (ms|s|m|h; default: the image's)");
  }

  private static final class Healthcheck implements Mapping {
    private static final List<String> NO_CHECK = List.of("NONE");
    private static final String SHELL = "CMD-SHELL";
    private static final String EXEC = "CMD";

    @Override
    public List<Flag<?>> flags() {
      return List.of(CMD, CMD_EXEC, INTERVAL, RETRIES, START_INTERVAL, START_PERIOD, TIMEOUT, NONE);
    }

    @Override
    public void toSpec(FlagValues given, ContainerSpec spec, SpecContext context) {
      HealthConfig before = given.get(NONE) ? null : spec.config.healthcheck;
      HealthConfig health = before == null ? new HealthConfig() : before;
      health.test = test(given, health.test);
      health.interval = of(given, INTERVAL, health.interval);
      health.timeout = of(given, TIMEOUT, health.timeout);
      health.retries = of(given, RETRIES, health.retries);
      health.startPeriod = of(given, START_PERIOD, health.startPeriod);
      health.startInterval = of(given, START_INTERVAL, health.startInterval);
      boolean settings = hasSettings(health);
      if (given.get(NONE)) {
        if (settings) {
          throw new IllegalArgumentException("--no-healthcheck conflicts with --health-* options");
        }
        health.test = NO_CHECK;
      } else if (!settings) {
        return;
      }
      check(INTERVAL, health.interval);
      check(TIMEOUT, health.timeout);
      check(RETRIES, health.retries);
      check(START_PERIOD, health.startPeriod);
      check(START_INTERVAL, health.startInterval);
      spec.config.healthcheck = health;
    }

    private static @Nullable List<String> test(FlagValues given, @Nullable List<String> before) {
      String line = given.get(CMD);
      List<String> words = given.get(CMD_EXEC);
      if (words != null && !line.isEmpty()) {
        throw new IllegalArgumentException(
            "conflicting options: cannot specify both --health-cmd and --health-cmd-exec");
      }
      if (words != null) {
        return Stream.concat(Stream.of(EXEC), words.stream()).toList();
      }
      return line.isEmpty() ? before : List.of(SHELL, line);
    }

    /**
     * The value of the flag, or else the existing value; null for 0, which docker treats as unset.
     */
    private static @Nullable Long of(
        FlagValues given, Flag<@Nullable Long> flag, @Nullable Long before) {
      Long value = given.given(flag) ? given.get(flag) : before;
      return value == null || value == 0 ? null : value;
    }

    private static boolean hasSettings(HealthConfig health) {
      return health.test != null
          || health.interval != null
          || health.timeout != null
          || health.retries != null
          || health.startPeriod != null
          || health.startInterval != null;
    }

    private static void check(Flag<?> flag, @Nullable Long value) {
      if (value != null && value < 0) {
        throw new IllegalArgumentException("--" + flag.name() + " cannot be negative");
      }
    }

    @Override
    public void fromSpec(ContainerSpec spec, FlagWriter out) {
      HealthConfig health = spec.config.healthcheck;
      if (health == null) {
        return;
      }
      if (health.test != null && health.test.equals(NO_CHECK)) {
        out.write(NONE, true);
      } else if (health.test != null && health.test.size() > 1) {
        List<String> words = health.test.subList(1, health.test.size());
        boolean shell = health.test.getFirst().equals(SHELL);
        out.write(shell ? CMD : CMD_EXEC, shell ? words.getFirst() : JsonList.format(words));
      }
      write(out, INTERVAL, health.interval);
      write(out, TIMEOUT, health.timeout);
      write(out, START_PERIOD, health.startPeriod);
      write(out, START_INTERVAL, health.startInterval);
      if (health.retries != null) {
        out.write(RETRIES, health.retries);
      }
    }

    private static void write(FlagWriter out, Flag<?> flag, @Nullable Long nanos) {
      if (nanos != null) {
        out.write(flag, DurationParser.format(nanos));
      }
    }
  }
}
