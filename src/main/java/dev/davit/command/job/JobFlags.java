package dev.davit.command.job;

import dev.davit.cli.CommandContext;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagGroup;
import dev.davit.command.shared.RunFailure;
import dev.davit.gotypes.GoInt;
import dev.davit.job.JobOptions;
import dev.davit.opts.ByteSize;
import dev.davit.opts.NanoCpus;
import dev.davit.opts.SwarmReference;
import dev.davit.opts.Timeout;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The flags of {@code run} for jobs on a swarm. */
final class JobFlags {
  private static final String SWARM = "swarm";

  static final Flag<@Nullable String> ON =
      Flag.value(
              "on",
              "string",
              JobFlags::constraint,
              "Run as a job on a swarm: swarm, or swarm=CONSTRAINT such as swarm=node.labels.disk==ssd")
          .since(1, 41)
          .completes(Completer.words(SWARM));
  static final Flag<@Nullable Timeout> PENDING_TIMEOUT =
      Flag.value(
          "pending-timeout",
          "duration",
          Timeout::parse,
          "Time that the job may wait for a node that fits (default 1m, 0: no limit)");

  private static final Flag<List<SwarmReference>> CONFIG =
      Flag.list(
          "config",
          (char) 0,
          "config",
          SwarmReference::ofConfig,
          "Mount a config of the swarm: NAME, or source=NAME,target=PATH,mode=0400");
  private static final Flag<List<String>> CONSTRAINT =
      Flag.list("constraint", "Run only on nodes that match, for example node.role==worker");
  private static final Flag<@Nullable Long> MAX_CONCURRENT =
      Flag.value(
          "max-concurrent",
          "uint",
          text -> atLeast(1, text),
          "Maximum number of tasks that run at the same time (default: all)");
  private static final Flag<@Nullable Long> REPLICAS =
      Flag.value("replicas", "uint", text -> atLeast(1, text), "Number of tasks (default 1)");
  private static final Flag<@Nullable Long> RESERVE_CPU =
      Flag.value(
          "reserve-cpu", "decimal", NanoCpus::parse, "CPUs that a node must have free for a task");
  private static final Flag<@Nullable Long> RESERVE_MEMORY =
      Flag.value(
          "reserve-memory",
          "bytes",
          ByteSize::parse,
          "Memory that a node must have free for a task");
  private static final Flag<@Nullable Long> RETRY =
      Flag.value(
          "retry",
          "uint",
          text -> atLeast(0, text),
          "Number of times to run a failed task again (default 0)");
  private static final Flag<List<SwarmReference>> SECRET =
      Flag.list(
          "secret",
          (char) 0,
          "secret",
          SwarmReference::ofSecret,
          "Mount a secret of the swarm: NAME, or source=NAME,target=FILE,mode=0400");

  static final FlagGroup GROUP =
      new FlagGroup(
          "Jobs on a Swarm",
          List.of(
              CONFIG,
              CONSTRAINT,
              MAX_CONCURRENT,
              ON,
              PENDING_TIMEOUT,
              REPLICAS,
              RESERVE_CPU,
              RESERVE_MEMORY,
              RETRY,
              SECRET));

  private JobFlags() {}

  /** Returns the constraint of {@code swarm=CONSTRAINT}; empty without one. */
  private static String constraint(String text) {
    if (text.equals(SWARM)) {
      return "";
    }
    if (!text.startsWith(SWARM + '=') || text.length() == SWARM.length() + 1) {
      throw new IllegalArgumentException("must be swarm or swarm=CONSTRAINT");
    }
    return text.substring(SWARM.length() + 1);
  }

  private static Long atLeast(long least, String text) {
    long number = GoInt.parseInt(text);
    if (number < least) {
      throw new IllegalArgumentException("must be at least " + least);
    }
    return number;
  }

  /** Returns the options of the job. */
  static JobOptions options(CommandContext in) {
    long replicas = Objects.requireNonNullElse(in.get(REPLICAS), 1L);
    List<String> constraints = new ArrayList<>(in.get(CONSTRAINT));
    String first = in.get(ON);
    if (first != null && !first.isEmpty()) {
      constraints.add(0, first);
    }
    return new JobOptions(
        replicas,
        Math.min(replicas, Objects.requireNonNullElse(in.get(MAX_CONCURRENT), replicas)),
        Objects.requireNonNullElse(in.get(RETRY), 0L),
        in.get(RESERVE_CPU),
        in.get(RESERVE_MEMORY),
        constraints,
        in.get(SECRET),
        in.get(CONFIG));
  }

  /** Refuses the time limit of a job that is not followed, as nothing would end the job. */
  static void requireNoTimeout(CommandContext in, boolean detached) {
    if (detached && in.get(PENDING_TIMEOUT) != null) {
      throw RunFailure.of(
          in, "conflicting options: cannot specify both --pending-timeout and --detach");
    }
  }

  /** Returns the time that the job may wait for a node; null for no limit. */
  static @Nullable Duration pendingTimeout(CommandContext in) {
    Timeout given = in.get(PENDING_TIMEOUT);
    Duration limit = given == null ? Duration.ofMinutes(1) : given.duration();
    return limit.isZero() ? null : limit;
  }
}
