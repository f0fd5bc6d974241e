package dev.davit.command.builder;

import dev.davit.cli.CommandContext;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.CommonFlags;
import dev.davit.cli.flags.Flag;
import dev.davit.command.shared.CommaLists;
import dev.davit.command.shared.PlatformFlag;
import dev.davit.config.ProxyEnv;
import dev.davit.engine.BuildOptions;
import dev.davit.gotypes.GoInt;
import dev.davit.opts.ByteSize;
import dev.davit.opts.CommaList;
import dev.davit.opts.ExtraHost;
import dev.davit.opts.ImageRef;
import dev.davit.opts.KeyValue;
import dev.davit.opts.UlimitSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The flags of {@code build}, and the query parameters that they become. */
final class BuildFlags {
  static final Flag<Boolean> COMPRESS =
      Flag.bool("compress", "Compress the build context with gzip");
  static final Flag<Boolean> CONTEXT_LIST =
      Flag.bool("context-list", "List what would be sent, the largest first, and build nothing");
  static final Flag<String> FILE =
      Flag.string("file", 'f', "Path of the Dockerfile (default PATH/Dockerfile); - for STDIN")
          .completes(Completers.FILE);
  static final Flag<String> IIDFILE =
      Flag.string("iidfile", "Write the image ID to this file").completes(Completers.FILE);
  static final Flag<Boolean> QUIET =
      Flag.bool("quiet", 'q', "Print only the image ID, and the output only of a failed build");

  private static final Flag<List<String>> ADD_HOST =
      Flag.list(
          "add-host", (char) 0, "list", ExtraHost::parse, "Add an entry to /etc/hosts: HOST:IP");
  private static final Flag<List<String>> BUILD_ARG =
      Flag.list(
              "build-arg",
              (char) 0,
              "list",
              KeyValue::variable,
              "Set a build argument: KEY=VALUE, or KEY to pass the client's environment variable")
          .completes(Completers.ENVIRONMENT_VARIABLE);
  private static final Flag<List<CommaList>> CACHE_FROM =
      CommaLists.flag("cache-from", "Images whose layers may be used as cache")
          .completes(Completers.IMAGE);
  private static final Flag<String> CGROUP_PARENT =
      Flag.string("cgroup-parent", "Parent cgroup of build steps");
  private static final Flag<@Nullable Long> CPU_PERIOD =
      integer("cpu-period", "Period of the CPU quota (CFS) in microseconds");
  private static final Flag<@Nullable Long> CPU_QUOTA =
      integer("cpu-quota", "CPU quota (CFS) per period in microseconds");
  private static final Flag<@Nullable Long> CPU_SHARES =
      Flag.value("cpu-shares", 'c', "int", GoInt::parseInt, "CPU shares: relative weight");
  private static final Flag<String> CPUSET_CPUS =
      Flag.string("cpuset-cpus", "CPUs that build steps may use, for example 0-3 or 0,1");
  private static final Flag<String> CPUSET_MEMS =
      Flag.string("cpuset-mems", "Memory nodes (NUMA) that build steps may use, such as 0-3");
  private static final Flag<Boolean> FORCE_RM =
      Flag.bool("force-rm", "Remove intermediate containers also after a failed build");
  private static final Flag<String> ISOLATION =
      Flag.string("isolation", "Container isolation technology (Windows)")
          .completes(Completers.ISOLATION);
  private static final Flag<List<String>> LABEL =
      Flag.list(
          "label", (char) 0, "list", KeyValue::label, "Set a label of the image: KEY[=VALUE]");
  private static final Flag<@Nullable Long> MEMORY =
      Flag.value("memory", 'm', "bytes", ByteSize::parse, "Memory limit: NUMBER[b|k|m|g]");
  private static final Flag<@Nullable Long> MEMORY_SWAP =
      Flag.value(
          "memory-swap",
          "bytes",
          ByteSize::parseOrUnlimited,
          "Limit of memory plus swap: NUMBER[b|k|m|g], or -1 for unlimited swap");
  private static final Flag<String> NETWORK =
      Flag.string("network", (char) 0, "default", "Network of build steps (default \"default\")")
          .completes(Completers.NETWORK)
          .since(1, 25);
  private static final Flag<Boolean> NO_CACHE =
      Flag.bool("no-cache", "Build without using the cache");
  private static final Flag<String> PLATFORM =
      Flag.string(
              "platform",
              "Platform of the image: OS[/ARCH[/VARIANT]] (default: $DOCKER_DEFAULT_PLATFORM)")
          .completes(Completers.PLATFORM)
          .since(1, 38);
  private static final Flag<Boolean> PULL =
      Flag.bool("pull", "Pull base images even if the engine has them");
  private static final Flag<Boolean> RM =
      Flag.boolOn(
          "rm", (char) 0, "Remove intermediate containers after a successful build (default true)");
  private static final Flag<List<CommaList>> SECURITY_OPT =
      CommaLists.flag("security-opt", "Set security options of build steps (Windows)");
  private static final Flag<@Nullable Long> SHM_SIZE =
      Flag.value("shm-size", "bytes", ByteSize::parse, "Size of /dev/shm: NUMBER[b|k|m|g]");
  private static final Flag<Boolean> SQUASH =
      Flag.bool("squash", "Merge the new layers to a single layer").since(1, 25).experimental();
  private static final Flag<List<String>> TAG =
      Flag.list("tag", 't', "list", BuildFlags::tag, "Name of the image: NAME[:TAG]")
          .completes(Completers.IMAGE);
  private static final Flag<String> TARGET =
      Flag.string("target", "Build stage to stop at (default: the last)");

  /** All flags of this class. */
  static final List<Flag<?>> ALL =
      List.of(
          ADD_HOST,
          BUILD_ARG,
          CACHE_FROM,
          CGROUP_PARENT,
          COMPRESS,
          CONTEXT_LIST,
          CPU_PERIOD,
          CPU_QUOTA,
          CPU_SHARES,
          CPUSET_CPUS,
          CPUSET_MEMS,
          CommonFlags.DISABLE_CONTENT_TRUST,
          FILE,
          FORCE_RM,
          IIDFILE,
          ISOLATION,
          LABEL,
          MEMORY,
          MEMORY_SWAP,
          NETWORK,
          NO_CACHE,
          PLATFORM,
          PULL,
          QUIET,
          RM,
          SECURITY_OPT,
          SHM_SIZE,
          SQUASH,
          TAG,
          TARGET,
          CommonFlags.ULIMIT);

  private BuildFlags() {}

  private static Flag<@Nullable Long> integer(String name, String help) {
    return Flag.value(name, "int", GoInt::parseInt, help);
  }

  private static String tag(String name) {
    ImageRef.parse(name);
    return name;
  }

  /** Returns the options for the engine, without the path of the Dockerfile. */
  static BuildOptions options(CommandContext in) {
    BuildOptions options = new BuildOptions();
    options.tags = in.get(TAG);
    options.buildArgs = buildArgs(in);
    options.labels = KeyValue.toMap(in.get(LABEL));
    options.target = in.get(TARGET);
    options.platform = PlatformFlag.orDefault(in, PLATFORM);
    options.cacheFrom = CommaLists.elements(in.get(CACHE_FROM));
    options.noCache = in.get(NO_CACHE);
    options.pull = in.get(PULL);
    options.quiet = in.get(QUIET);
    options.squash = in.get(SQUASH);
    options.remove = in.get(RM);
    options.forceRemove = in.get(FORCE_RM);
    options.networkMode = in.get(NETWORK);
    options.extraHosts = in.get(ADD_HOST);
    options.securityOpt = CommaLists.elements(in.get(SECURITY_OPT));
    options.isolation = in.get(ISOLATION);
    options.cgroupParent = in.get(CGROUP_PARENT);
    options.memory = number(in.get(MEMORY));
    options.memorySwap = number(in.get(MEMORY_SWAP));
    options.shmSize = number(in.get(SHM_SIZE));
    options.cpuShares = number(in.get(CPU_SHARES));
    options.cpuPeriod = number(in.get(CPU_PERIOD));
    options.cpuQuota = number(in.get(CPU_QUOTA));
    options.cpusetCpus = in.get(CPUSET_CPUS);
    options.cpusetMems = in.get(CPUSET_MEMS);
    options.ulimits = UlimitSpec.lastOfEach(in.get(CommonFlags.ULIMIT));
    return options;
  }

  private static long number(@Nullable Long value) {
    return Objects.requireNonNullElse(value, 0L);
  }

  /** Returns the arguments; an environment variable that is not set becomes null. */
  private static Map<String, @Nullable String> buildArgs(CommandContext in) {
    Map<String, @Nullable String> args = new HashMap<>();
    for (String typed : in.get(BUILD_ARG)) {
      String value = KeyValue.value(typed);
      args.put(KeyValue.name(typed), value == null ? in.app().env().get(typed) : value);
    }
    args.putAll(ProxyEnv.additions(in.config(), in.address(), args.keySet()));
    return args;
  }
}
