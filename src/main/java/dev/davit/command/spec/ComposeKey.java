package dev.davit.command.spec;

import dev.davit.engine.model.ContainerConfig;
import dev.davit.engine.model.ContainerSpec;
import dev.davit.engine.model.HostConfig;
import dev.davit.engine.model.LogConfig;
import dev.davit.engine.model.RestartPolicy;
import dev.davit.engine.model.Ulimit;
import dev.davit.opts.DeviceSpec;
import dev.davit.opts.NanoCpus;
import dev.davit.opts.RestartPolicySpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A property of a container that is one key of a service in a compose file.
 *
 * @param property its name in the create request
 * @param name the key
 */
record ComposeKey(String property, String name, Function<ContainerSpec, @Nullable Object> value) {

  /** The properties of the config. */
  static final List<ComposeKey> CONFIG =
      List.of(
          config("Image", "image", config -> config.image),
          config("Entrypoint", "entrypoint", config -> config.entrypoint),
          config("Cmd", "command", config -> config.cmd),
          config("Env", "environment", config -> config.env),
          config("Hostname", "hostname", config -> config.hostname),
          config("Domainname", "domainname", config -> config.domainname),
          config("User", "user", config -> config.user),
          config("WorkingDir", "working_dir", config -> config.workingDir),
          config("Tty", "tty", config -> config.tty),
          config("OpenStdin", "stdin_open", config -> config.openStdin),
          config("MacAddress", "mac_address", config -> config.macAddress),
          config("StopSignal", "stop_signal", config -> config.stopSignal),
          config(
              "StopTimeout",
              "stop_grace_period",
              config ->
                  config.stopTimeout == null || config.stopTimeout < 0
                      ? null
                      : config.stopTimeout + "s"));

  /** The properties of the host config. */
  static final List<ComposeKey> HOST =
      List.of(
          host("RestartPolicy", "restart", host -> restart(host.restartPolicy)),
          host("Tmpfs", "tmpfs", host -> tmpfs(host.tmpfs)),
          host("ExtraHosts", "extra_hosts", host -> host.extraHosts),
          host("Dns", "dns", host -> host.dns),
          host("DnsOptions", "dns_opt", host -> host.dnsOptions),
          host("DnsSearch", "dns_search", host -> host.dnsSearch),
          host("Links", "external_links", host -> host.links),
          host("CapAdd", "cap_add", host -> host.capAdd),
          host("CapDrop", "cap_drop", host -> host.capDrop),
          host("Privileged", "privileged", host -> host.privileged),
          host("ReadonlyRootfs", "read_only", host -> host.readonlyRootfs),
          host("Sysctls", "sysctls", host -> host.sysctls),
          host("Ulimits", "ulimits", host -> ulimits(host.ulimits)),
          host(
              "Devices",
              "devices",
              host ->
                  host.devices == null
                      ? null
                      : host.devices.stream().map(DeviceSpec::format).toList()),
          host("DeviceCgroupRules", "device_cgroup_rules", host -> host.deviceCgroupRules),
          host("Init", "init", host -> host.init),
          host("ShmSize", "shm_size", host -> host.shmSize),
          host("Memory", "mem_limit", host -> host.memory),
          host("MemoryReservation", "mem_reservation", host -> host.memoryReservation),
          host("MemorySwap", "memswap_limit", host -> host.memorySwap),
          // compose does not send 0
          host(
              "MemorySwappiness",
              "mem_swappiness",
              host -> Objects.equals(host.memorySwappiness, 0L) ? null : host.memorySwappiness),
          host(
              "NanoCpus",
              "cpus",
              host -> host.nanoCpus == null ? null : NanoCpus.format(host.nanoCpus)),
          host("CpuShares", "cpu_shares", host -> host.cpuShares),
          host("CpuPeriod", "cpu_period", host -> host.cpuPeriod),
          host("CpuQuota", "cpu_quota", host -> host.cpuQuota),
          host("CpusetCpus", "cpuset", host -> host.cpusetCpus),
          host("PidsLimit", "pids_limit", host -> unlimited(host.pidsLimit)),
          host("OomScoreAdj", "oom_score_adj", host -> host.oomScoreAdj),
          host("OomKillDisable", "oom_kill_disable", host -> host.oomKillDisable),
          host("PidMode", "pid", host -> host.pidMode),
          host("IpcMode", "ipc", host -> host.ipcMode),
          host("UTSMode", "uts", host -> host.utsMode),
          host("UsernsMode", "userns_mode", host -> host.usernsMode),
          host("CgroupnsMode", "cgroup", host -> host.cgroupnsMode),
          host("CgroupParent", "cgroup_parent", host -> host.cgroupParent),
          host("Runtime", "runtime", host -> host.runtime),
          host("Isolation", "isolation", host -> host.isolation),
          host("GroupAdd", "group_add", host -> host.groupAdd),
          host("StorageOpt", "storage_opt", host -> host.storageOpt),
          host("Annotations", "annotations", host -> host.annotations),
          host("VolumesFrom", "volumes_from", host -> volumesFrom(host.volumesFrom)),
          host("LogConfig", "logging", host -> logging(host.logConfig)));

  private static ComposeKey config(
      String property, String name, Function<ContainerConfig, @Nullable Object> value) {
    return new ComposeKey(property, name, spec -> value.apply(spec.config));
  }

  private static ComposeKey host(
      String property, String name, Function<HostConfig, @Nullable Object> value) {
    return new ComposeKey(property, name, spec -> value.apply(spec.hostConfig));
  }

  /** Returns -1 for 0, as compose does not send 0; both are no limit. */
  private static @Nullable Long unlimited(@Nullable Long limit) {
    return limit != null && limit == 0 ? Long.valueOf(-1) : limit;
  }

  private static @Nullable String restart(@Nullable RestartPolicy policy) {
    return policy == null || RestartPolicySpec.isNone(policy)
        ? null
        : RestartPolicySpec.format(policy);
  }

  private static @Nullable List<String> tmpfs(@Nullable Map<String, String> mounts) {
    if (mounts == null) {
      return null;
    }
    List<String> all = new ArrayList<>();
    mounts.forEach((path, options) -> all.add(options.isEmpty() ? path : path + ':' + options));
    return all;
  }

  private static @Nullable Map<String, Object> ulimits(@Nullable List<Ulimit> limits) {
    if (limits == null) {
      return null;
    }
    Map<String, Object> all = new LinkedHashMap<>();
    limits.forEach(
        each -> {
          Map<String, Object> limit = new LinkedHashMap<>();
          limit.put("soft", each.soft());
          limit.put("hard", each.hard());
          all.put(String.valueOf(each.name()), limit);
        });
    return all;
  }

  private static @Nullable List<String> volumesFrom(@Nullable List<String> containers) {
    return containers == null
        ? null
        : containers.stream().map(each -> "container:" + each).toList();
  }

  private static @Nullable Map<String, Object> logging(@Nullable LogConfig log) {
    if (log == null) {
      return null;
    }
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("driver", log.type());
    all.put("options", log.config());
    all.values().removeIf(each -> each == null || each.equals("") || each.equals(Map.of()));
    return all;
  }
}
