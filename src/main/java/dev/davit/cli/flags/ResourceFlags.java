package dev.davit.cli.flags;

import dev.davit.engine.model.ContainerSpec;
import dev.davit.engine.model.HostConfig;
import dev.davit.gotypes.GoInt;
import dev.davit.opts.ByteSize;
import dev.davit.opts.NanoCpus;
import dev.davit.opts.UlimitSpec;
import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The flags for resource limits: memory, CPUs, processes. */
final class ResourceFlags {
  static final Mapping SWAPPINESS = new Swappiness();
  static final Mapping PIDS = new Pids();

  static final FlagTable TABLE =
      FlagTable.of(
          "Resources",
          SWAPPINESS,
          new Ulimits(),
          number(
              Flag.value("memory", 'm', "bytes", ByteSize::parse, "Memory limit: NUMBER[b|k|m|g]"),
              (host, value) -> host.memory = value,
              host -> host.memory),
          number(
              Flag.value(
                  "memory-reservation",
                  "bytes",
                  ByteSize::parse,
                  "Memory soft limit: NUMBER[b|k|m|g]"),
              (host, value) -> host.memoryReservation = value,
              host -> host.memoryReservation),
          number(
              Flag.value(
                  "memory-swap",
                  "bytes",
                  ByteSize::parseOrUnlimited,
                  "Limit of memory plus swap: NUMBER[b|k|m|g], or -1 for unlimited swap"),
              (host, value) -> host.memorySwap = value,
              host -> host.memorySwap),
          number(
              Flag.value(
                  "kernel-memory",
                  "bytes",
                  ByteSize::parse,
                  "Kernel memory limit: NUMBER[b|k|m|g] (ignored by engines of API 1.42 or newer)"),
              (host, value) -> host.kernelMemory = value,
              host -> host.kernelMemory),
          number(
              Flag.value(
                  "shm-size",
                  "bytes",
                  ByteSize::parse,
                  "Size of /dev/shm: NUMBER[b|k|m|g] (default: set by the engine)"),
              (host, value) -> host.shmSize = value,
              host -> host.shmSize),
          Field.ofHost(
              Flag.bool(
                  "oom-kill-disable", "Disable the OOM killer for the container (cgroup v1 only)"),
              (host, value) -> host.oomKillDisable = value,
              host -> host.oomKillDisable),
          number(
              integer("oom-score-adj", "Adjust the OOM killer's preference, -1000 to 1000"),
              (host, value) -> host.oomScoreAdj = value,
              host -> host.oomScoreAdj),
          number(
                  Flag.<Long>value(
                          "cpus",
                          "decimal",
                          NanoCpus::parse,
                          "Limit of CPU usage in CPUs, for example 1.5")
                      .since(1, 25),
                  (host, value) -> host.nanoCpus = value,
                  host -> host.nanoCpus)
              .typedAs(Long.class, NanoCpus::format),
          number(
              Flag.value(
                  "cpu-shares",
                  'c',
                  "int",
                  GoInt::parseInt,
                  "CPU shares: weight relative to other containers (default: the kernel's)"),
              (host, value) -> host.cpuShares = value,
              host -> host.cpuShares),
          number(
              integer("cpu-period", "Period of the CPU quota (CFS) in microseconds"),
              (host, value) -> host.cpuPeriod = value,
              host -> host.cpuPeriod),
          number(
              integer("cpu-quota", "CPU quota (CFS) per period in microseconds"),
              (host, value) -> host.cpuQuota = value,
              host -> host.cpuQuota),
          number(
              integer("cpu-rt-period", "Period of the real-time CPU limit in microseconds")
                  .since(1, 25),
              (host, value) -> host.cpuRealtimePeriod = value,
              host -> host.cpuRealtimePeriod),
          number(
              integer("cpu-rt-runtime", "Limit of real-time CPU time per period in microseconds")
                  .since(1, 25),
              (host, value) -> host.cpuRealtimeRuntime = value,
              host -> host.cpuRealtimeRuntime),
          Field.ofHost(
              Flag.string("cpuset-cpus", "CPUs that the container may use, for example 0-3 or 0,1"),
              (host, value) -> host.cpusetCpus = value,
              host -> host.cpusetCpus),
          Field.ofHost(
              Flag.string(
                  "cpuset-mems",
                  "Memory nodes (NUMA) that the container may use, for example 0-3 or 0,1"),
              (host, value) -> host.cpusetMems = value,
              host -> host.cpusetMems),
          PIDS,
          number(
              integer("cpu-count", "Number of CPUs (Windows only)").windowsOnly(),
              (host, value) -> host.cpuCount = value,
              host -> host.cpuCount),
          number(
              integer("cpu-percent", "Limit of CPU usage in percent (Windows only)").windowsOnly(),
              (host, value) -> host.cpuPercent = value,
              host -> host.cpuPercent),
          number(
              Flag.<Long>value(
                      "io-maxbandwidth",
                      "bytes",
                      ByteSize::parse,
                      "Limit of the system drive's bandwidth in bytes per second (Windows only)")
                  .windowsOnly(),
              (host, value) -> host.ioMaximumBandwidth = value,
              host -> host.ioMaximumBandwidth),
          Field.<@Nullable BigInteger>ofHost(
              Flag.<BigInteger>value(
                      "io-maxiops",
                      "uint",
                      GoInt::parseUint64,
                      "Limit of the system drive's I/O operations per second (Windows only)")
                  .windowsOnly(),
              (host, value) -> host.ioMaximumIOps = value,
              host -> host.ioMaximumIOps));

  private ResourceFlags() {}

  private static Flag<@Nullable Long> integer(String name, String help) {
    return Flag.value(name, "int", GoInt::parseInt, help);
  }

  private static Field<@Nullable Long> number(
      Flag<@Nullable Long> flag,
      BiConsumer<HostConfig, @Nullable Long> setter,
      Function<HostConfig, @Nullable Long> getter) {
    return Field.<@Nullable Long>ofHost(flag, setter, getter);
  }

  /**
   * Maps {@code --memory-swappiness}, whose range is checked with all flags, not when it is parsed.
   */
  private static final class Swappiness implements Mapping {
    private static final Flag<@Nullable Long> SWAPPINESS =
        integer("memory-swappiness", "Memory swappiness, 0 to 100 (-1: engine default)");

    @Override
    public List<Flag<?>> flags() {
      return List.of(SWAPPINESS);
    }

    @Override
    public void toSpec(FlagValues given, ContainerSpec spec, SpecContext context) {
      Long swappiness = given.get(SWAPPINESS);
      if (swappiness != null && (swappiness < -1 || swappiness > 100)) {
        throw new IllegalArgumentException(
            "invalid value: " + swappiness + ". Valid memory swappiness range is 0-100");
      }
      spec.hostConfig.memorySwappiness = swappiness;
    }

    @Override
    public void fromSpec(ContainerSpec spec, FlagWriter out) {
      if (spec.hostConfig.memorySwappiness != null) {
        out.write(SWAPPINESS, spec.hostConfig.memorySwappiness);
      }
    }
  }

  /**
   * Maps {@code --pids-limit}; if not given, sends 0, docker's value for no limit, as Podman has
   * its own default for an unset limit.
   */
  private static final class Pids implements Mapping {
    private static final Flag<@Nullable Long> LIMIT =
        integer("pids-limit", "Limit of the number of processes (PIDs), -1 for unlimited");

    @Override
    public List<Flag<?>> flags() {
      return List.of(LIMIT);
    }

    @Override
    public void toSpec(FlagValues given, ContainerSpec spec, SpecContext context) {
      spec.hostConfig.pidsLimit = Objects.requireNonNullElse(given.get(LIMIT), 0L);
    }

    @Override
    public void fromSpec(ContainerSpec spec, FlagWriter out) {
      Long limit = spec.hostConfig.pidsLimit;
      if (limit != null && limit != 0) {
        out.write(LIMIT, limit);
      }
    }
  }

  /** Maps {@code --ulimit}: the last limit of each name, sorted by name. */
  private static final class Ulimits implements Mapping {
    @Override
    public List<Flag<?>> flags() {
      return List.of(CommonFlags.ULIMIT);
    }

    @Override
    public void toSpec(FlagValues given, ContainerSpec spec, SpecContext context) {
      spec.hostConfig.ulimits = UlimitSpec.lastOfEach(given.get(CommonFlags.ULIMIT));
    }

    @Override
    public void fromSpec(ContainerSpec spec, FlagWriter out) {
      out.writeAll(CommonFlags.ULIMIT, spec.hostConfig.ulimits, UlimitSpec::format);
    }
  }
}
