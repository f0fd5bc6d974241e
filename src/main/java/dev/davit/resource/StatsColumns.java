package dev.davit.resource;

import dev.davit.engine.model.ContainerStats;
import dev.davit.engine.model.ContainerStats.BlockIoEntry;
import dev.davit.engine.model.ContainerStats.Cpu;
import dev.davit.engine.model.ContainerStats.CpuUsage;
import dev.davit.engine.model.ContainerStats.Memory;
import dev.davit.engine.model.ContainerStats.Network;
import dev.davit.format.Column;
import dev.davit.format.Listing;
import dev.davit.format.Units;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The columns of {@code stats}. Mirrors cli/command/container/formatter_stats.go. */
public final class StatsColumns {
  /** The default table's columns. */
  public static final List<String> SHOWN =
      List.of("ID", "Name", "CPUPerc", "MemUsage", "MemPerc", "NetIO", "BlockIO", "PIDs");

  private static final int SHORT_ID = 12;

  private StatsColumns() {}

  /**
   * A container and its newest sample.
   *
   * @param container the name given by the user, or the ID
   * @param sample the newest sample; null before the first one
   * @param measured whether the sample has a time, from which the CPU usage is computed
   */
  public record Sampled(String container, @Nullable ContainerStats sample, boolean measured) {}

  /** Returns the columns for templates and tables. */
  public static Listing<Sampled> listing(boolean truncate) {
    return new Listing<>(
        "*container.statsContext",
        List.of(
            new Column<>("BlockIO", "BLOCK I/O", StatsColumns::blockIo),
            new Column<>("CPUPerc", "CPU %", StatsColumns::cpuPercent),
            new Column<>("Container", "CONTAINER", Sampled::container),
            new Column<>("ID", "CONTAINER ID", of -> id(of, truncate)),
            new Column<>("MemPerc", "MEM %", StatsColumns::memoryPercent),
            new Column<>("MemUsage", "MEM USAGE / LIMIT", StatsColumns::memory),
            new Column<>("Name", "NAME", StatsColumns::name),
            new Column<>("NetIO", "NET I/O", StatsColumns::network),
            new Column<>("PIDs", "PIDS", StatsColumns::pids)),
        of -> Map.of());
  }

  private static String id(Sampled of, boolean truncate) {
    String id = of.sample == null || of.sample.id() == null ? "" : of.sample.id();
    return truncate && id.length() > SHORT_ID ? id.substring(0, SHORT_ID) : id;
  }

  private static String name(Sampled of) {
    String name = of.sample == null || of.sample.name() == null ? "" : of.sample.name();
    return name.length() > 1 ? name.substring(name.startsWith("/") ? 1 : 0) : "--";
  }

  private static String cpuPercent(Sampled of) {
    return of.sample == null || !of.measured ? "--" : Units.percent(cpu(of.sample));
  }

  private static double cpu(ContainerStats sample) {
    Cpu now = sample.cpuStats();
    Cpu before = sample.precpuStats();
    if (now == null || before == null || now.cpuUsage() == null || before.cpuUsage() == null) {
      return 0;
    }
    double used = now.cpuUsage().totalUsage() - before.cpuUsage().totalUsage();
    double all = now.systemCpuUsage() - before.systemCpuUsage();
    return used > 0 && all > 0 ? used / all * cpus(now, now.cpuUsage()) * 100 : 0;
  }

  private static int cpus(Cpu cpu, CpuUsage usage) {
    if (cpu.onlineCpus() > 0 || usage.percpuUsage() == null) {
      return cpu.onlineCpus();
    }
    return usage.percpuUsage().size();
  }

  private static String memory(Sampled of) {
    if (of.sample == null) {
      return "-- / --";
    }
    Memory memory = of.sample.memoryStats();
    return memory == null
        ? "0B / 0B"
        : Units.binary(used(memory)) + " / " + Units.binary(memory.limit());
  }

  private static String memoryPercent(Sampled of) {
    if (of.sample == null) {
      return "--";
    }
    Memory memory = of.sample.memoryStats();
    return Units.percent(
        memory == null || memory.limit() == 0 ? 0 : 100.0 * used(memory) / memory.limit());
  }

  /**
   * Returns the used memory without reclaimable page cache, which cgroup v1 and v2 name
   * differently.
   */
  private static long used(Memory memory) {
    Map<String, Long> stats = memory.stats() == null ? Map.of() : memory.stats();
    for (String name : List.of("total_inactive_file", "inactive_file")) {
      long cache = stats.getOrDefault(name, 0L);
      if (stats.containsKey(name) && cache < memory.usage()) {
        return memory.usage() - cache;
      }
    }
    return memory.usage();
  }

  private static String network(Sampled of) {
    if (of.sample == null) {
      return "--";
    }
    return pair(sum(of.sample, Network::rxBytes), sum(of.sample, Network::txBytes));
  }

  private static long sum(ContainerStats sample, ToLongFunction<Network> bytes) {
    return sample.networks() == null
        ? 0
        : sample.networks().values().stream().mapToLong(bytes).sum();
  }

  private static String blockIo(Sampled of) {
    if (of.sample == null) {
      return "--";
    }
    return pair(blockBytes(of.sample, "r"), blockBytes(of.sample, "w"));
  }

  private static long blockBytes(ContainerStats sample, String operation) {
    if (sample.blkioStats() == null || sample.blkioStats().ioServiceBytesRecursive() == null) {
      return 0;
    }
    return sample.blkioStats().ioServiceBytesRecursive().stream()
        .filter(
            entry ->
                entry.op() != null && entry.op().toLowerCase(Locale.ROOT).startsWith(operation))
        .mapToLong(BlockIoEntry::value)
        .sum();
  }

  private static String pair(long in, long out) {
    return Units.decimal(in, 3) + " / " + Units.decimal(out, 3);
  }

  private static String pids(Sampled of) {
    if (of.sample == null) {
      return "--";
    }
    return of.sample.pidsStats() == null ? "0" : Long.toString(of.sample.pidsStats().current());
  }
}
