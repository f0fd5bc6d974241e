package dev.davit.cli.flags;

import dev.davit.cli.complete.Completer;
import dev.davit.engine.model.ContainerSpec;
import dev.davit.engine.model.RestartPolicy;
import dev.davit.opts.RestartPolicySpec;
import java.util.List;

/** The flags for restart policy and automatic removal. */
final class RestartFlags {
  private static final Flag<Boolean> RM =
      Flag.bool("rm", "Remove the container and its anonymous volumes when it exits");
  private static final Flag<String> RESTART =
      Flag.string(
              "restart",
              (char) 0,
              "no",
              "Restart policy: no (default of new containers), always, unless-stopped, on-failure[:RETRIES]")
          .completes(Completer.words("no always on-failure unless-stopped"));

  static final Mapping POLICY = new Policy();
  static final Mapping REMOVAL = new Removal();
  static final FlagTable TABLE = FlagTable.of("Restart", POLICY, REMOVAL);

  private RestartFlags() {}

  private static final class Policy implements Mapping {
    @Override
    public List<Flag<?>> flags() {
      return List.of(RESTART);
    }

    @Override
    public void toSpec(FlagValues given, ContainerSpec spec, SpecContext context) {
      spec.hostConfig.restartPolicy = RestartPolicySpec.parse(given.get(RESTART));
    }

    @Override
    public void fromSpec(ContainerSpec spec, FlagWriter out) {
      RestartPolicy policy = spec.hostConfig.restartPolicy;
      if (policy != null && !policy.equals(RestartPolicySpec.parse(RESTART.whenAbsent()))) {
        out.write(RESTART, RestartPolicySpec.format(policy));
      }
    }
  }

  /** Maps {@code --rm}, which conflicts with a restart policy. */
  private static final class Removal implements Mapping {
    @Override
    public List<Flag<?>> flags() {
      return List.of(RM);
    }

    @Override
    public void toSpec(FlagValues given, ContainerSpec spec, SpecContext context) {
      RestartPolicy policy = spec.hostConfig.restartPolicy;
      if (given.get(RM) && policy != null && !RestartPolicySpec.isNone(policy)) {
        throw new IllegalArgumentException(
            "conflicting options: cannot specify both --restart and --rm");
      }
      spec.hostConfig.autoRemove = given.get(RM);
    }

    @Override
    public void fromSpec(ContainerSpec spec, FlagWriter out) {
      if (Boolean.TRUE.equals(spec.hostConfig.autoRemove)) {
        out.write(RM, true);
      }
    }
  }
}
