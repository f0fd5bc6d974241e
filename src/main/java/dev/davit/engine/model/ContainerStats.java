package dev.davit.engine.model;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A sample of {@code GET /containers/{id}/stats}. Memory and I/O are bytes, CPU times nanoseconds.
 *
 * @param precpuStats the CPU a sample earlier, to measure against
 */
@JsonNaming(SnakeCaseStrategy.class)
public record ContainerStats(
    @Nullable String id,
    @Nullable String name,
    @Nullable Cpu cpuStats,
    @Nullable Cpu precpuStats,
    @Nullable Memory memoryStats,
    @Nullable BlockIo blkioStats,
    @JsonSetter(contentNulls = Nulls.SKIP) @Nullable Map<String, Network> networks,
    @Nullable Pids pidsStats) {

  /** CPU time used. */
  @JsonNaming(SnakeCaseStrategy.class)
  public record Cpu(@Nullable CpuUsage cpuUsage, long systemCpuUsage, int onlineCpus) {}

  /** CPU time of the container, by CPU on cgroup v1. */
  @JsonNaming(SnakeCaseStrategy.class)
  public record CpuUsage(long totalUsage, @Nullable List<Long> percpuUsage) {}

  /** Memory used; {@code stats} are the cgroup's own figures. */
  @JsonNaming(SnakeCaseStrategy.class)
  public record Memory(long usage, long limit, @Nullable Map<String, Long> stats) {}

  /** Bytes from and to block devices. */
  @JsonNaming(SnakeCaseStrategy.class)
  public record BlockIo(@Nullable List<BlockIoEntry> ioServiceBytesRecursive) {}

  /** Bytes of one kind of operation on one device. */
  public record BlockIoEntry(@Nullable String op, long value) {}

  /** Bytes over one interface. */
  @JsonNaming(SnakeCaseStrategy.class)
  public record Network(long rxBytes, long txBytes) {}

  /** How many processes there are. */
  public record Pids(long current) {}
}
