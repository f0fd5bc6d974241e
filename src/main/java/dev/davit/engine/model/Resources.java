package dev.davit.engine.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The resource limits of a container, shared by {@code POST /containers/create} and {@code POST
 * /containers/{id}/update}. Sizes are in bytes.
 */
public abstract sealed class Resources permits HostConfig, UpdateConfig {
  /** Relative weight; 0 for the engine's default. */
  public @Nullable Long cpuShares;

  public @Nullable Long memory;

  /** CPUs in units of 1e-9; conflicts with period and quota. */
  public @Nullable Long nanoCpus;

  public @Nullable String cgroupParent;

  /** Relative weight, 10 to 1000; 0 to disable it. */
  public @Nullable Integer blkioWeight;

  public @Nullable List<WeightDevice> blkioWeightDevice;
  public @Nullable List<ThrottleDevice> blkioDeviceReadBps;
  public @Nullable List<ThrottleDevice> blkioDeviceWriteBps;
  public @Nullable List<ThrottleDevice> blkioDeviceReadIOps;
  public @Nullable List<ThrottleDevice> blkioDeviceWriteIOps;

  /** Microseconds, as for the next three fields. */
  public @Nullable Long cpuPeriod;

  public @Nullable Long cpuQuota;
  public @Nullable Long cpuRealtimePeriod;
  public @Nullable Long cpuRealtimeRuntime;

  public @Nullable String cpusetCpus;
  public @Nullable String cpusetMems;
  public @Nullable List<DeviceMapping> devices;
  public @Nullable List<String> deviceCgroupRules;
  public @Nullable List<DeviceRequest> deviceRequests;

  /** Removed in API 1.42. */
  public @Nullable Long kernelMemory;

  /** Removed in API 1.52. */
  public @Nullable Long kernelMemoryTCP;

  public @Nullable Long memoryReservation;

  /** Memory and swap in total; -1 for no limit. */
  public @Nullable Long memorySwap;

  /** Between 0 and 100; -1 for the engine's default. */
  public @Nullable Long memorySwappiness;

  public @Nullable Boolean oomKillDisable;

  /** Maximum number of processes; -1 for no limit. */
  public @Nullable Long pidsLimit;

  public @Nullable List<Ulimit> ulimits;

  /** Windows only, as are the next three fields. */
  public @Nullable Long cpuCount;

  public @Nullable Long cpuPercent;

  @JsonProperty("IOMaximumIOps")
  public @Nullable BigInteger ioMaximumIOps;

  /** Bytes per second. */
  @JsonProperty("IOMaximumBandwidth")
  public @Nullable Long ioMaximumBandwidth;
}
