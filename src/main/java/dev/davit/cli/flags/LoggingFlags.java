package dev.davit.cli.flags;

import dev.davit.cli.complete.Completers;
import dev.davit.engine.model.ContainerSpec;
import dev.davit.engine.model.LogConfig;
import dev.davit.opts.KeyValue;
import java.util.List;
import java.util.Objects;

/** The flags for the container's log driver. */
final class LoggingFlags {
  private static final Flag<String> LOG_DRIVER =
      Flag.string(
              "log-driver",
              "Logging driver of the container; 'none' stores no logs (default: set by the engine)")
          .completes(Completers.LOG_DRIVER);
  private static final Flag<List<String>> LOG_OPT =
      Flag.list("log-opt", "Set a logging driver option: KEY=VALUE")
          .completes(Completers.LOG_OPTION);

  static final Mapping LOGGING = new Logging();
  static final FlagTable TABLE = FlagTable.of("Logging", LOGGING);

  private LoggingFlags() {}

  private static final class Logging implements Mapping {
    private static final LogConfig UNSET = new LogConfig("", null);

    @Override
    public List<Flag<?>> flags() {
      return List.of(LOG_DRIVER, LOG_OPT);
    }

    @Override
    public void toSpec(FlagValues given, ContainerSpec spec, SpecContext context) {
      LogConfig before = Objects.requireNonNullElse(spec.hostConfig.logConfig, UNSET);
      String driver = given.given(LOG_DRIVER) ? given.get(LOG_DRIVER) : before.type();
      if ("none".equals(driver) && !given.get(LOG_OPT).isEmpty()) {
        throw new IllegalArgumentException("invalid logging opts for driver none");
      }
      spec.hostConfig.logConfig =
          new LogConfig(driver, KeyValue.added(before.config(), given.get(LOG_OPT)));
    }

    @Override
    public void fromSpec(ContainerSpec spec, FlagWriter out) {
      LogConfig log = spec.hostConfig.logConfig;
      if (log == null) {
        return;
      }
      if (log.type() != null && !log.type().isEmpty()) {
        out.write(LOG_DRIVER, log.type());
      }
      out.writeEntries(LOG_OPT, log.config());
    }
  }
}
