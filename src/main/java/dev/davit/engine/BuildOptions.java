package dev.davit.engine;

import dev.davit.engine.model.Ulimit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The query parameters of {@code POST /build}; what is empty, 0 or false is not sent. */
public final class BuildOptions {
  /** Names for the image: {@code NAME[:TAG]}. */
  public List<String> tags = List.of();

  /** The path of the Dockerfile in the context; empty for {@code Dockerfile}. */
  public String dockerfile = "";

  /** Build arguments by name; a null value takes that of the Dockerfile. */
  public Map<String, @Nullable String> buildArgs = Map.of();

  /** Labels of the image. */
  public Map<String, String> labels = Map.of();

  /** The stage to build; empty for the last. */
  public String target = "";

  /**
   * The platform: {@code OS[/ARCH[/VARIANT]]}; empty for the engine's own. Since API 1.32; docker's
   * flag requires 1.38.
   */
  public String platform = "";

  /** Images whose layers may be used as cache. */
  public List<String> cacheFrom = List.of();

  /** Whether the cache is not used. */
  public boolean noCache;

  /** Whether base images are pulled even if the engine has them. */
  public boolean pull;

  /** Whether the engine sends only the image's ID. */
  public boolean quiet;

  /** Whether the layers are joined to one (engines with experimental features). */
  public boolean squash;

  /** Whether containers of build steps are removed after success. */
  public boolean remove = true;

  /** Whether containers of build steps are removed also after a failure. */
  public boolean forceRemove;

  /** The network of build steps; empty or {@code default} for the engine's default. */
  public String networkMode = "";

  /** Entries of {@code /etc/hosts} for build steps: {@code HOST:IP}. */
  public List<String> extraHosts = List.of();

  /** Security options of build steps. */
  public List<String> securityOpt = List.of();

  /** The isolation of build steps (Windows). */
  public String isolation = "";

  /** The parent cgroup of build steps. */
  public String cgroupParent = "";

  /** The memory limit of build steps in bytes. */
  public long memory;

  /** The limit of memory plus swap in bytes; -1 for unlimited swap. */
  public long memorySwap;

  /** The size of {@code /dev/shm} in bytes. */
  public long shmSize;

  /** The relative CPU weight. */
  public long cpuShares;

  /** The period of the CPU quota in microseconds. */
  public long cpuPeriod;

  /** The CPU quota in microseconds for each period. */
  public long cpuQuota;

  /** The CPUs to use: {@code 0-3}. */
  public String cpusetCpus = "";

  /** The memory nodes to use: {@code 0,1}. */
  public String cpusetMems = "";

  /** The ulimits of build steps. */
  public List<Ulimit> ulimits = List.of();
}
