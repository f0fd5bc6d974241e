package dev.davit.engine.model;

import org.jspecify.annotations.Nullable;

/** The body of {@code POST /containers/{id}/update}; null fields are not changed. */
public final class UpdateConfig extends Resources {
  public @Nullable RestartPolicy restartPolicy;

  /** Copies the fields that can be changed in an existing container from a host config. */
  public static UpdateConfig of(HostConfig from) {
    UpdateConfig config = new UpdateConfig();
    config.restartPolicy = from.restartPolicy;
    config.cpuShares = from.cpuShares;
    config.memory = from.memory;
    config.nanoCpus = from.nanoCpus;
    config.blkioWeight = from.blkioWeight;
    config.cpuPeriod = from.cpuPeriod;
    config.cpuQuota = from.cpuQuota;
    config.cpuRealtimePeriod = from.cpuRealtimePeriod;
    config.cpuRealtimeRuntime = from.cpuRealtimeRuntime;
    config.cpusetCpus = from.cpusetCpus;
    config.cpusetMems = from.cpusetMems;
    config.kernelMemory = from.kernelMemory;
    config.memoryReservation = from.memoryReservation;
    config.memorySwap = from.memorySwap;
    config.pidsLimit = from.pidsLimit;
    return config;
  }
}
