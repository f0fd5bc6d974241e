package dev.davit.cli.flags;

import dev.davit.value.ByteSize;
import dev.davit.value.GoInt;
import dev.davit.value.NanoCpus;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Limits: memory, CPUs, processes. */
final class ResourceFlags {
  static final FlagTable TABLE =
      FlagTable.of(
          "Resources",
          Field.<@Nullable Long>of(
              Flag.value("memory", 'm', "bytes", ByteSize::parse, "Memory limit"),
              (spec, value) -> spec.hostConfig.memory = value,
              spec -> spec.hostConfig.memory),
          Field.<@Nullable Long>of(
              Flag.value("memory-reservation", "bytes", ByteSize::parse, "Memory soft limit"),
              (spec, value) -> spec.hostConfig.memoryReservation = value,
              spec -> spec.hostConfig.memoryReservation),
          Field.<@Nullable Long>of(
              Flag.value(
                  "memory-swap",
                  "bytes",
                  ByteSize::parseOrUnlimited,
                  "Limit of memory and swap together, -1 for none"),
              (spec, value) -> spec.hostConfig.memorySwap = value,
              spec -> spec.hostConfig.memorySwap),
          Field.<@Nullable Long>of(
              Flag.value("shm-size", "bytes", ByteSize::parse, "Size of /dev/shm"),
              (spec, value) -> spec.hostConfig.shmSize = value,
              spec -> spec.hostConfig.shmSize),
          new Field<@Nullable Long>(
              Flag.value("cpus", "decimal", NanoCpus::parse, "Number of CPUs"),
              (spec, value) -> spec.hostConfig.nanoCpus = value,
              spec -> spec.hostConfig.nanoCpus,
              nano -> BigDecimal.valueOf((Long) nano, 9).stripTrailingZeros().toPlainString()),
          Field.<@Nullable Long>of(
              Flag.value(
                  "cpu-shares", 'c', "int", GoInt::parseInt, "CPU share, relative to others"),
              (spec, value) -> spec.hostConfig.cpuShares = value,
              spec -> spec.hostConfig.cpuShares),
          Field.of(
              Flag.string("cpuset-cpus", "CPUs it may run on: 0-3, 0,1"),
              (spec, value) -> spec.hostConfig.cpusetCpus = value,
              spec -> spec.hostConfig.cpusetCpus),
          Field.<@Nullable Long>of(
              Flag.value("pids-limit", "int", GoInt::parseInt, "Limit of processes, -1 for none"),
              (spec, value) -> spec.hostConfig.pidsLimit = value,
              spec -> spec.hostConfig.pidsLimit));

  private ResourceFlags() {}
}
