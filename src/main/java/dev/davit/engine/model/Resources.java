package dev.davit.engine.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The limits of a container, which {@code POST /containers/create} and {@code POST
 * /containers/{id}/update} share. Sizes are in bytes.
 */
public abstract sealed class Resources permits HostConfig, UpdateConfig {
  /** Relative weight; 0 is the engine's default. */
  public @Nullable Long cpuShares;

  public @Nullable Long memory;

  /** In units of 1e-9 CPU; conflicts with period and quota. */
  public @Nullable Long nanoCpus;

  public @Nullable String cgroupParent;

  /** 10 to 1000, or 0 for none. */
  public @Nullable Integer blkioWeight;

  public @Nullable List<WeightDevice> blkioWeightDevice;
  public @Nullable List<ThrottleDevice> blkioDeviceReadBps;
  public @Nullable List<ThrottleDevice> blkioDeviceWriteBps;
  public @Nullable List<ThrottleDevice> blkioDeviceReadIOps;
  public @Nullable List<ThrottleDevice> blkioDeviceWriteIOps;

  /** Microseconds, as are the next three. */
  public @Nullable Long cpuPeriod;

  public @Nullable Long cpuQuota;
  public @Nullable Long cpuRealtimePeriod;
  public @Nullable Long cpuRealtimeRuntime;

  public @Nullable String cpusetCpus;
  public @Nullable String cpusetMems;
  public @Nullable List<DeviceMapping> devices;
  public @Nullable List<String> deviceCgroupRules;
  public @Nullable List<DeviceRequest> deviceRequests;

  /** Gone after API 1.41. */
  public @Nullable Long kernelMemory;

  /** Removed in API 1.52. */
  public @Nullable Long kernelMemoryTCP;

  public @Nullable Long memoryReservation;

  /** Memory and swap together; -1 is unlimited. */
  public @Nullable Long memorySwap;

  /** 0 to 100, or -1 for the engine's default. */
  public @Nullable Long memorySwappiness;

  public @Nullable Boolean oomKillDisable;

  /** -1 is unlimited. */
  public @Nullable Long pidsLimit;

  public @Nullable List<Ulimit> ulimits;

  /** Windows only, as are the next three. */
  public @Nullable Long cpuCount;

  public @Nullable Long cpuPercent;

  @JsonProperty("IOMaximumIOps")
  public @Nullable BigInteger ioMaximumIOps;

  /** Bytes a second. */
  @JsonProperty("IOMaximumBandwidth")
  public @Nullable Long ioMaximumBandwidth;
}
