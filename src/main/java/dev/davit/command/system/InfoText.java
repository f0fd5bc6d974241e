package dev.davit.command.system;

import dev.davit.format.Units;
import dev.davit.json.JsonNumber;
import dev.davit.template.Template;
import dev.davit.template.TemplateException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The engine's part of {@code info} without {@code --format}; lists without an order are sorted.
 */
final class InfoText {
  /** Data are {@code I}, the response as Go's struct, and the values that {@link #data} derives. */
  private static final String LAYOUT =
      """
       Containers: {{.I.Containers}}
        Running: {{.I.ContainersRunning}}
        Paused: {{.I.ContainersPaused}}
        Stopped: {{.I.ContainersStopped}}
       Images: {{.I.Images}}
      {{with .I.ServerVersion}} Server Version: {{.}}
      {{end}}{{with .I.Driver}} Storage Driver: {{.}}
      {{end}}{{range .I.DriverStatus}}  {{index . 0}}: {{index . 1}}
      {{end}}{{range .I.SystemStatus}} {{index . 0}}: {{index . 1}}
      {{end}}{{with .I.LoggingDriver}} Logging Driver: {{.}}
      {{end}}{{with .I.CgroupDriver}} Cgroup Driver: {{.}}
      {{end}}{{with .I.CgroupVersion}} Cgroup Version: {{.}}
      {{end}} Plugins:
        Volume: {{join .I.Plugins.Volume " "}}
        Network: {{join .I.Plugins.Network " "}}
      {{with .I.Plugins.Authorization}}  Authorization: {{join . " "}}
      {{end}}  Log: {{join .I.Plugins.Log " "}}
      {{with .I.CDISpecDirs}} CDI spec directories:
      {{range .}}  {{.}}
      {{end}}{{end}} Swarm: {{.I.Swarm.LocalNodeState}}
      {{if .ShowsSwarm}}  NodeID: {{.I.Swarm.NodeID}}
      {{with .I.Swarm.Error}}  Error: {{.}}
      {{end}}  Is Manager: {{.I.Swarm.ControlAvailable}}
      {{if .IsManager}}{{with .I.Swarm.Cluster}}  ClusterID: {{.ID}}
        Managers: {{$.I.Swarm.Managers}}
        Nodes: {{$.I.Swarm.Nodes}}
      {{if .DefaultAddrPool}}  Default Address Pool: {{range .DefaultAddrPool}}{{.}}  {{end}}
        SubnetSize: {{.SubnetSize}}
      {{end}}{{if .DataPathPort}}  Data Path Port: {{.DataPathPort}}
      {{end}}  Orchestration:
         Task History Retention Limit: {{$.TaskHistory}}
        Raft:
         Snapshot Interval: {{.Spec.Raft.SnapshotInterval}}
      {{with $.OldSnapshots}}   Number of Old Snapshots to Retain: {{.}}
      {{end}}   Heartbeat Tick: {{.Spec.Raft.HeartbeatTick}}
         Election Tick: {{.Spec.Raft.ElectionTick}}
        Dispatcher:
         Heartbeat Period: {{$.Heartbeat}}
        CA Configuration:
         Expiry Duration: {{$.Expiry}}
         Force Rotate: {{.Spec.CAConfig.ForceRotate}}
      {{with $.Certificate}}   Signing CA Certificate:\s
      {{.}}

      {{end}}{{with .Spec.CAConfig.ExternalCAs}}   External CAs:
      {{range .}}     {{.Protocol}}: {{.URL}}
      {{end}}{{end}}  Autolock Managers: {{.Spec.EncryptionConfig.AutoLockManagers}}
        Root Rotation In Progress: {{.RootRotationInProgress}}
      {{end}}{{end}}  Node Address: {{.I.Swarm.NodeAddr}}
      {{with .Managers}}  Manager Addresses:
      {{range .}}   {{.}}
      {{end}}{{end}}{{end}}{{if .I.Runtimes}} Runtimes: {{.Runtimes}}
       Default Runtime: {{.I.DefaultRuntime}}
      {{end}}{{if eq .I.OSType "linux"}} Init Binary: {{.I.InitBinary}}
       containerd version: {{.I.ContainerdCommit.ID}}
       runc version: {{.I.RuncCommit.ID}}
       init version: {{.I.InitCommit.ID}}
      {{with .SecurityOptions}} Security Options:
      {{range .}}{{.}}{{end}}{{end}}{{end}}{{if eq .I.OSType "windows"}} Default Isolation: {{.I.Isolation}}
      {{end}}{{with .I.KernelVersion}} Kernel Version: {{.}}
      {{end}}{{with .I.OperatingSystem}} Operating System: {{.}}
      {{end}}{{with .I.OSType}} OSType: {{.}}
      {{end}}{{with .I.Architecture}} Architecture: {{.}}
      {{end}} CPUs: {{.I.NCPU}}
       Total Memory: {{.Memory}}
      {{with .I.Name}} Name: {{.}}
      {{end}}{{with .I.ID}} ID: {{.}}
      {{end}} Docker Root Dir: {{.I.DockerRootDir}}
       Debug Mode: {{.I.Debug}}
      {{if .ShowsDebug}}  File Descriptors: {{.I.NFd}}
        Goroutines: {{.I.NGoroutines}}
        System Time: {{.I.SystemTime}}
        EventsListeners: {{.I.NEventsListener}}
      {{end}}{{with .I.HTTPProxy}} HTTP Proxy: {{.}}
      {{end}}{{with .I.HTTPSProxy}} HTTPS Proxy: {{.}}
      {{end}}{{with .I.NoProxy}} No Proxy: {{.}}
      {{end}}{{with .Username}} Username: {{.}}
      {{end}}{{with .I.Labels}} Labels:
      {{range .}}  {{.}}
      {{end}}{{end}} Experimental: {{.I.ExperimentalBuild}}
      {{if .HasRegistries}} Insecure Registries:
      {{range .Insecure}}  {{.}}
      {{end}}{{range .I.RegistryConfig.InsecureRegistryCIDRs}}  {{.}}
      {{end}}{{end}}{{with .Mirrors}} Registry Mirrors:
      {{range .}}  {{.}}
      {{end}}{{end}} Live Restore Enabled: {{.I.LiveRestoreEnabled}}
      {{with .I.ProductLicense}} Product License: {{.}}
      {{end}}{{with .I.DefaultAddressPools}} Default Address Pools:
      {{range .}}   Base: {{.Base}}, Size: {{.Size}}
      {{end}}{{end}}
      """;

  private final Map<?, ?> info;
  private final List<String> errors;

  /**
   * @param info the response to {@code GET /info}
   * @param errors gets a line for each part of the response that is invalid
   */
  InfoText(Map<?, ?> info, List<String> errors) {
    this.info = info;
    this.errors = errors;
  }

  /**
   * Formats the response.
   *
   * @param struct the response as Go's struct
   * @param username the user who is logged in to Docker Hub; may be empty
   * @param debug whether the client's {@code --debug} is given
   */
  String format(Object struct, String username, boolean debug) {
    Map<String, @Nullable Object> data = data();
    data.put("I", struct);
    data.put("Username", username);
    data.put("ShowsDebug", debug || Boolean.TRUE.equals(info.get("Debug")));
    StringBuilder out = new StringBuilder();
    try {
      Template.parse(LAYOUT).execute(data, out);
    } catch (TemplateException e) {
      throw new IllegalStateException(e);
    }
    return out.toString();
  }

  private Map<String, @Nullable Object> data() {
    Map<?, ?> swarm = object(info, "Swarm");
    Map<?, ?> spec = object(object(swarm, "Cluster"), "Spec");
    Map<?, ?> authority = object(spec, "CAConfig");
    Map<?, ?> registries = object(info, "RegistryConfig");
    String state = text(swarm, "LocalNodeState");
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("Memory", Units.binary(number(info, "MemTotal")));
    data.put("Runtimes", names(object(info, "Runtimes")));
    data.put("SecurityOptions", securityOptions());
    data.put("ShowsSwarm", !state.equals("inactive") && !state.equals("locked"));
    data.put(
        "IsManager",
        Boolean.TRUE.equals(swarm.get("ControlAvailable"))
            && text(swarm, "Error").isEmpty()
            && !state.equals("error"));
    data.put("TaskHistory", number(object(spec, "Orchestration"), "TaskHistoryRetentionLimit"));
    Object snapshots = object(spec, "Raft").get("KeepOldSnapshots");
    data.put("OldSnapshots", snapshots == null ? "" : snapshots.toString());
    data.put("Heartbeat", age(object(spec, "Dispatcher"), "HeartbeatPeriod"));
    data.put("Expiry", age(authority, "NodeCertExpiry"));
    data.put("Certificate", text(authority, "SigningCACert").strip());
    data.put(
        "Managers",
        list(swarm, "RemoteManagers").stream().map(InfoText::address).sorted().toList());
    Map<?, ?> indexes = object(registries, "IndexConfigs");
    data.put(
        "HasRegistries",
        !indexes.isEmpty() || !list(registries, "InsecureRegistryCIDRs").isEmpty());
    data.put("Insecure", insecure(indexes));
    data.put("Mirrors", list(registries, "Mirrors"));
    return data;
  }

  private static String address(@Nullable Object manager) {
    return manager instanceof Map<?, ?> map ? text(map, "Addr") : "";
  }

  private static List<String> insecure(Map<?, ?> indexes) {
    return indexes.values().stream()
        .filter(each -> each instanceof Map<?, ?> map && !Boolean.TRUE.equals(map.get("Secure")))
        .map(each -> text((Map<?, ?>) each, "Name"))
        .sorted()
        .toList();
  }

  private static String names(Map<?, ?> map) {
    return map.keySet().stream().map(String::valueOf).sorted().collect(Collectors.joining(" "));
  }

  /** Formats the options {@code name=NAME,profile=PROFILE}; old engines send only names. */
  private List<String> securityOptions() {
    List<String> lines = new ArrayList<>();
    for (Object each : list(info, "SecurityOptions")) {
      String option = String.valueOf(each);
      if (option.indexOf('=') < 0) {
        lines.add("  " + option + '\n');
        continue;
      }
      String name = "";
      StringBuilder profiles = new StringBuilder();
      for (String pair : option.split(",", -1)) {
        int equals = pair.indexOf('=');
        if (equals < 0) {
          errors.add("invalid security option \"" + pair + '"');
          return List.of();
        }
        String value = pair.substring(equals + 1);
        if (equals == 0 || value.isEmpty()) {
          errors.add("invalid empty security option");
          return List.of();
        }
        if (pair.startsWith("name=")) {
          name = value;
        } else if (pair.startsWith("profile=")) {
          profiles.append("   Profile: ").append(value).append('\n');
        }
      }
      lines.add("  " + name + '\n' + profiles);
    }
    return lines;
  }

  private static String age(Map<?, ?> map, String name) {
    return Units.age(Duration.ofNanos(number(map, name)));
  }

  private static Map<?, ?> object(Map<?, ?> map, String name) {
    return map.get(name) instanceof Map<?, ?> object ? object : Map.of();
  }

  private static List<?> list(Map<?, ?> map, String name) {
    return map.get(name) instanceof List<?> list ? list : List.of();
  }

  private static String text(Map<?, ?> map, String name) {
    return map.get(name) instanceof String text ? text : "";
  }

  private static long number(Map<?, ?> map, String name) {
    return map.get(name) instanceof JsonNumber number ? Long.parseLong(number.toString()) : 0;
  }
}
