package dev.davit.engine.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The part of a container's config that depends on the host: {@code HostConfig} of {@code POST
 * /containers/create} and of {@code GET /containers/{id}/json}.
 */
public final class HostConfig extends Resources {
  /** Entries {@code source:target[:options]}. */
  public @Nullable List<String> binds;

  @JsonProperty("ContainerIDFile")
  public @Nullable String containerIdFile;

  public @Nullable LogConfig logConfig;
  public @Nullable String networkMode;

  /** Bindings of published ports by {@code port/protocol}. */
  @JsonSetter(contentNulls = Nulls.SKIP)
  public @Nullable Map<String, List<PortBinding>> portBindings;

  public @Nullable RestartPolicy restartPolicy;
  public @Nullable Boolean autoRemove;
  public @Nullable String volumeDriver;
  public @Nullable List<String> volumesFrom;

  /** Height and width in characters. */
  public @Nullable List<Integer> consoleSize;

  /** Since API 1.43. */
  public @Nullable Map<String, String> annotations;

  public @Nullable List<String> capAdd;
  public @Nullable List<String> capDrop;

  /** Since API 1.41. */
  public @Nullable String cgroupnsMode;

  public @Nullable List<String> dns;
  public @Nullable List<String> dnsOptions;
  public @Nullable List<String> dnsSearch;

  /** Entries {@code host:address}. */
  public @Nullable List<String> extraHosts;

  public @Nullable List<String> groupAdd;
  public @Nullable String ipcMode;
  public @Nullable String cgroup;

  /** Entries {@code container:alias}. */
  public @Nullable List<String> links;

  public @Nullable Long oomScoreAdj;
  public @Nullable String pidMode;
  public @Nullable Boolean privileged;
  public @Nullable Boolean publishAllPorts;
  public @Nullable Boolean readonlyRootfs;
  public @Nullable List<String> securityOpt;
  public @Nullable Map<String, String> storageOpt;

  /** Mount options by path. */
  public @Nullable Map<String, String> tmpfs;

  @JsonProperty("UTSMode")
  public @Nullable String utsMode;

  public @Nullable String usernsMode;

  /** Bytes; 0 for the engine's default. */
  public @Nullable Long shmSize;

  public @Nullable Map<String, String> sysctls;
  public @Nullable String runtime;

  /** Windows only. */
  public @Nullable String isolation;

  public @Nullable List<Mount> mounts;

  /** Null for the engine's default; an empty list masks no path. */
  public @Nullable List<String> maskedPaths;

  /** Null for the engine's default; an empty list makes no path read-only. */
  public @Nullable List<String> readonlyPaths;

  /** Null for the engine's default. */
  public @Nullable Boolean init;

  /** API 1.25 to 1.28. */
  public @Nullable String initPath;

  /** Properties of a parsed body that this class lacks, written unchanged. */
  @JsonAnyGetter @JsonAnySetter public @Nullable Map<String, @Nullable Object> others;
}
