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
    return of.sample == null || !of.measured ? "--" : Units.percent(cpuPercent(of.sample));
  }

  /** Returns the CPU usage in percent of one CPU. */
  public static double cpuPercent(ContainerStats sample) {
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
    return of.sample == null
        ? "-- / --"
        : Units.binary(used(of.sample)) + " / " + Units.binary(limit(of.sample));
  }

  private static String memoryPercent(Sampled of) {
    return of.sample == null ? "--" : Units.percent(memoryPercent(of.sample));
  }

  /** Returns the used memory in percent of the limit; 0 without a limit. */
  public static double memoryPercent(ContainerStats sample) {
    long limit = limit(sample);
    return limit == 0 ? 0 : 100.0 * used(sample) / limit;
  }

  /** Returns the limit of memory in bytes. */
  public static long limit(ContainerStats sample) {
    return sample.memoryStats() == null ? 0 : sample.memoryStats().limit();
  }

  /**
   * Returns the used memory in bytes, without reclaimable page cache, which cgroup v1 and v2 name
   * differently.
   */
  public static long used(ContainerStats sample) {
    Memory memory = sample.memoryStats();
    if (memory == null) {
      return 0;
    }
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
    return of.sample == null ? "--" : pair(networkReceived(of.sample), networkSent(of.sample));
  }

  /** Returns the bytes received over all networks. */
  public static long networkReceived(ContainerStats sample) {
    return sum(sample, Network::rxBytes);
  }

  /** Returns the bytes sent over all networks. */
  public static long networkSent(ContainerStats sample) {
    return sum(sample, Network::txBytes);
  }

  private static long sum(ContainerStats sample, ToLongFunction<Network> bytes) {
    return sample.networks() == null
        ? 0
        : sample.networks().values().stream().mapToLong(bytes).sum();
  }

  private static String blockIo(Sampled of) {
    return of.sample == null ? "--" : pair(blockRead(of.sample), blockWritten(of.sample));
  }

  /** Returns the bytes read from block devices. */
  public static long blockRead(ContainerStats sample) {
    return blockBytes(sample, "r");
  }

  /** Returns the bytes written to block devices. */
  public static long blockWritten(ContainerStats sample) {
    return blockBytes(sample, "w");
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
    return of.sample == null ? "--" : Long.toString(processes(of.sample));
  }

  /** Returns the number of processes. */
  public static long processes(ContainerStats sample) {
    return sample.pidsStats() == null ? 0 : sample.pidsStats().current();
  }
}
