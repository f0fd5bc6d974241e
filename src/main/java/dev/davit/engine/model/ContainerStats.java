package dev.davit.engine.model;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A sample of {@code GET /containers/{id}/stats}. Memory and I/O are in bytes, CPU times in
 * nanoseconds.
 *
 * @param read the time of the sample by RFC 3339
 * @param precpuStats the CPU usage of the previous sample
 */
@JsonNaming(SnakeCaseStrategy.class)
public record ContainerStats(
    @Nullable String read,
    @Nullable String id,
    @Nullable String name,
    @Nullable Cpu cpuStats,
    @Nullable Cpu precpuStats,
    @Nullable Memory memoryStats,
    @Nullable BlockIo blkioStats,
    @JsonSetter(contentNulls = Nulls.SKIP) @Nullable Map<String, Network> networks,
    @Nullable Pids pidsStats) {

  /** CPU time of the container and of the host. */
  @JsonNaming(SnakeCaseStrategy.class)
  public record Cpu(@Nullable CpuUsage cpuUsage, long systemCpuUsage, int onlineCpus) {}

  /** CPU time of the container; cgroup v1 also reports the time of each CPU. */
  @JsonNaming(SnakeCaseStrategy.class)
  public record CpuUsage(long totalUsage, @Nullable List<Long> percpuUsage) {}

  /** Memory usage and limit; {@code stats} are the figures of the cgroup. */
  @JsonNaming(SnakeCaseStrategy.class)
  public record Memory(long usage, long limit, @Nullable Map<String, Long> stats) {}

  /** Bytes read from and written to block devices. */
  @JsonNaming(SnakeCaseStrategy.class)
  public record BlockIo(@Nullable List<BlockIoEntry> ioServiceBytesRecursive) {}

  /** Bytes of one type of operation on one device. */
  public record BlockIoEntry(@Nullable String op, long value) {}

  /** Bytes received and sent over one network interface. */
  @JsonNaming(SnakeCaseStrategy.class)
  public record Network(long rxBytes, long txBytes) {}

  /** The number of processes. */
  public record Pids(long current) {}
}
