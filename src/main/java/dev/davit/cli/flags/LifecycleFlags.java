package dev.davit.cli.flags;

import dev.davit.engine.model.ContainerSpec;
import dev.davit.engine.model.LogConfig;
import dev.davit.engine.model.RestartPolicy;
import dev.davit.value.KeyValue;
import dev.davit.value.RestartPolicySpec;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What happens to it when it ends, and to what it writes. */
final class LifecycleFlags {
  private static final Flag<Boolean> RM = Flag.bool("rm", "Remove the container when it ends");
  private static final Flag<String> RESTART =
      Flag.string(
          "restart",
          (char) 0,
          "no",
          "Start it again when it ends: no, always, unless-stopped, on-failure[:N]");
  private static final Flag<String> LOG_DRIVER =
      Flag.string("log-driver", "What becomes of what it writes");
  private static final Flag<List<String>> LOG_OPT =
      Flag.list("log-opt", "Option of the log driver: NAME=VALUE");

  static final FlagTable TABLE = FlagTable.of("Lifecycle", new Ending(), new Logging());

  private LifecycleFlags() {}

  /** A container that is removed can't be started again. */
  private static final class Ending implements Mapping {
    @Override
    public List<Flag<?>> flags() {
      return List.of(RM, RESTART);
    }

    @Override
    public void toSpec(FlagValues given, ContainerSpec spec, SpecContext context) {
      RestartPolicy policy = RestartPolicySpec.parse(given.get(RESTART));
      spec.hostConfig.restartPolicy = policy;
      if (given.get(RM) && !isNone(policy)) {
        throw new IllegalArgumentException(
            "conflicting options: cannot specify both --restart and --rm");
      }
      spec.hostConfig.autoRemove = given.get(RM);
    }

    private static boolean isNone(RestartPolicy policy) {
      return policy.name() == null || policy.name().isEmpty() || policy.name().equals("no");
    }

    @Override
    public void fromSpec(ContainerSpec spec, FlagWriter out) {
      if (Boolean.TRUE.equals(spec.hostConfig.autoRemove)) {
        out.write(RM, true);
      }
      RestartPolicy policy = spec.hostConfig.restartPolicy;
      if (policy != null && !isNone(policy)) {
        int count = Objects.requireNonNullElse(policy.maximumRetryCount(), 0);
        out.write(RESTART, policy.name() + (count == 0 ? "" : ":" + count));
      }
    }
  }

  private static final class Logging implements Mapping {
    @Override
    public List<Flag<?>> flags() {
      return List.of(LOG_DRIVER, LOG_OPT);
    }

    @Override
    public void toSpec(FlagValues given, ContainerSpec spec, SpecContext context) {
      String driver = given.get(LOG_DRIVER);
      Map<String, String> options = KeyValue.toMap(given.get(LOG_OPT));
      if (driver.equals("none") && !options.isEmpty()) {
        throw new IllegalArgumentException("invalid logging opts for driver none");
      }
      spec.hostConfig.logConfig = new LogConfig(driver, options);
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
      if (log.config() != null) {
        log.config().forEach((name, value) -> out.write(LOG_OPT, name + '=' + value));
      }
    }
  }
}
