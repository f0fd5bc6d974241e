package dev.davit.job;

import com.fasterxml.jackson.core.JsonParser;
import dev.davit.engine.model.ContainerSpec;
import dev.davit.json.JsonBinding;
import dev.davit.json.JsonNumber;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Converts a container and the options of a job to the body of {@code POST /services/create}, whose
 * fields are named as those of a container, but placed elsewhere.
 */
public final class ServiceBody {
  private static final long NANOS = 1_000_000_000;
  private static final String TARGET = "Target";

  /** The fields of endpoints that a service does not have, with their options. */
  private static final Map<String, String> OPTIONS_OF_NETWORKS =
      Map.of(
          "GwPriority", "gw-priority",
          "IPAMConfig", "ip, ip6 or link-local-ip",
          "Links", "link",
          "MacAddress", "mac-address");

  private final Map<?, ?> config;
  private final Map<?, ?> host;
  private final ContainerSpec spec;

  private ServiceBody(ContainerSpec spec) throws IOException {
    this.spec = spec;
    try (JsonParser parser = JsonBinding.parser(JsonBinding.write(spec))) {
      parser.nextToken();
      this.config = map(JsonBinding.tree(parser));
    }
    this.host = map(config.get("HostConfig"));
  }

  /**
   * Returns the body.
   *
   * @param secrets the secrets as {@code ContainerSpec.Secrets} has them; {@code configs} likewise
   * @throws IllegalArgumentException if the container has a value that a service cannot have
   */
  public static Map<String, Object> of(
      ContainerSpec spec, JobOptions job, List<?> secrets, List<?> configs) throws IOException {
    ServiceBody body = new ServiceBody(spec);
    Map<String, Object> container = body.container();
    put(container, "Secrets", secrets);
    put(container, "Configs", configs);
    Map<String, Object> labels = new LinkedHashMap<>();
    labels.put(Job.LABEL, "");
    map(body.config.get("Labels")).forEach((key, value) -> labels.put(String.valueOf(key), value));
    labels.put(Job.LABEL, Long.toString(job.replicas()));

    Map<String, Object> service = new LinkedHashMap<>();
    put(service, "Name", spec.name);
    service.put("Labels", labels);
    service.put("TaskTemplate", body.task(container, job));
    service.put("Mode", Map.of("ReplicatedJob", mode(job)));
    put(service, "EndpointSpec", body.endpoint());
    return service;
  }

  private static Map<String, Object> mode(JobOptions job) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("MaxConcurrent", job.maxConcurrent());
    out.put("TotalCompletions", job.replicas());
    return out;
  }

  private Map<String, Object> task(Map<String, Object> container, JobOptions job) {
    Map<String, Object> task = new LinkedHashMap<>();
    task.put("ContainerSpec", container);
    put(task, "Resources", resources(job));
    task.put("RestartPolicy", JobRestarts.policy(job.replicas(), job.retries()));
    put(task, "Placement", placement(job));
    put(task, "Networks", networks());
    put(task, "LogDriver", logDriver());
    return task;
  }

  private Map<String, Object> container() {
    Map<String, Object> out = new LinkedHashMap<>();
    put(out, "Image", spec.config.image);
    put(out, "Labels", config.get("Labels"));
    put(out, "Command", config.get("Entrypoint"));
    put(out, "Args", config.get("Cmd"));
    put(out, "Hostname", TaskSlot.numbered(config.get("Hostname")));
    put(out, "Env", TaskSlot.numbered(config.get("Env")));
    put(out, "Dir", config.get("WorkingDir"));
    put(out, "User", config.get("User"));
    put(out, "Groups", host.get("GroupAdd"));
    if (spec.hostConfig.maskedPaths != null) {
      throw new IllegalArgumentException("a service cannot have --security-opt systempaths");
    }
    put(out, "Privileges", ServicePrivileges.of(strings(host.get("SecurityOpt"))));
    putIfTrue(out, "TTY", config.get("Tty"));
    putIfTrue(out, "ReadOnly", host.get("ReadonlyRootfs"));
    put(out, "Mounts", TaskSlot.numbered(new ServiceMounts(spec, host).list()));
    put(out, "StopSignal", config.get("StopSignal"));
    if (spec.config.stopTimeout != null) {
      out.put("StopGracePeriod", spec.config.stopTimeout * NANOS);
    }
    put(out, "Healthcheck", config.get("Healthcheck"));
    put(out, "Hosts", hosts());
    put(out, "DNSConfig", dns());
    put(out, "Isolation", host.get("Isolation"));
    put(out, "Init", host.get("Init"));
    put(out, "Sysctls", host.get("Sysctls"));
    put(out, "CapabilityAdd", host.get("CapAdd"));
    put(out, "CapabilityDrop", host.get("CapDrop"));
    put(out, "Ulimits", host.get("Ulimits"));
    if (spec.hostConfig.oomScoreAdj != null && spec.hostConfig.oomScoreAdj != 0) {
      out.put("OomScoreAdj", spec.hostConfig.oomScoreAdj);
    }
    return out;
  }

  /** Converts {@code host:address} to the lines of {@code /etc/hosts}. */
  private List<String> hosts() {
    List<String> lines = new ArrayList<>();
    for (String entry : strings(host.get("ExtraHosts"))) {
      int colon = entry.indexOf(':');
      lines.add(entry.substring(colon + 1) + ' ' + entry.substring(0, colon));
    }
    return lines;
  }

  private Map<String, Object> dns() {
    Map<String, Object> out = new LinkedHashMap<>();
    put(out, "Nameservers", host.get("Dns"));
    put(out, "Search", host.get("DnsSearch"));
    put(out, "Options", host.get("DnsOptions"));
    return out;
  }

  private Map<String, Object> resources(JobOptions job) {
    Map<String, Object> limits = new LinkedHashMap<>();
    putNumber(limits, "NanoCPUs", spec.hostConfig.nanoCpus);
    putNumber(limits, "MemoryBytes", spec.hostConfig.memory);
    putNumber(limits, "Pids", spec.hostConfig.pidsLimit);
    Map<String, Object> reservations = new LinkedHashMap<>();
    putNumber(reservations, "NanoCPUs", job.reservedCpus());
    putNumber(reservations, "MemoryBytes", job.reservedMemory());
    Map<String, Object> out = new LinkedHashMap<>();
    put(out, "Limits", limits);
    put(out, "Reservations", reservations);
    put(out, "SwapBytes", swap());
    Long swappiness = spec.hostConfig.memorySwappiness;
    if (swappiness != null && swappiness >= 0) {
      out.put("MemorySwappiness", swappiness);
    }
    return out;
  }

  /**
   * The swap without the memory, which {@code --memory-swap} includes; -1 for no limit, null if it
   * is not given.
   */
  private @Nullable Long swap() {
    Long total = spec.hostConfig.memorySwap;
    if (total == null || total == 0) {
      return null;
    }
    Long memory = spec.hostConfig.memory;
    return total < 0 || memory == null ? total : Long.valueOf(total - memory);
  }

  private Map<String, Object> placement(JobOptions job) {
    Map<String, Object> out = new LinkedHashMap<>();
    put(out, "Constraints", job.constraints());
    if (spec.platform != null && !spec.platform.isEmpty()) {
      String[] parts = spec.platform.split("/", -1);
      Map<String, Object> platform = new LinkedHashMap<>();
      platform.put("OS", parts[0]);
      platform.put("Architecture", parts.length > 1 ? parts[1] : "");
      out.put("Platforms", List.of(platform));
    }
    return out;
  }

  /** Converts the networks; a task that names none is in its node's default network. */
  private List<Object> networks() {
    String mode = Objects.requireNonNullElse(spec.hostConfig.networkMode, "");
    if (mode.startsWith("container:")) {
      throw new IllegalArgumentException("a service cannot have --network " + mode);
    }
    Map<Object, Map<?, ?>> endpoints = new LinkedHashMap<>();
    endpoints.put(mode, Map.of());
    map(map(config.get("NetworkingConfig")).get("EndpointsConfig"))
        .forEach((name, endpoint) -> endpoints.put(name, map(endpoint)));
    List<Object> out = new ArrayList<>();
    endpoints.forEach(
        (name, endpoint) -> {
          Map<String, Object> network = network(endpoint);
          if (!name.equals("") && !name.equals("default")) {
            network.put(TARGET, name);
            out.add(network);
          } else if (!network.isEmpty()) {
            throw new IllegalArgumentException(
                "a service cannot have options of --network default");
          }
        });
    return out;
  }

  private static Map<String, Object> network(Map<?, ?> endpoint) {
    Map<String, Object> network = new LinkedHashMap<>();
    endpoint.forEach((name, value) -> put(network, String.valueOf(name), value));
    OPTIONS_OF_NETWORKS.forEach(
        (field, option) -> {
          if (network.containsKey(field)) {
            throw new IllegalArgumentException(
                "a service cannot have the option " + option + " of --network");
          }
        });
    return network;
  }

  private Map<String, Object> logDriver() {
    Map<?, ?> log = map(host.get("LogConfig"));
    Map<String, Object> out = new LinkedHashMap<>();
    put(out, "Name", log.get("Type"));
    put(out, "Options", log.get("Config"));
    return out;
  }

  private Map<String, Object> endpoint() {
    List<Object> ports = new ArrayList<>();
    for (Map.Entry<?, ?> each : map(host.get("PortBindings")).entrySet()) {
      String[] target = String.valueOf(each.getKey()).split("/", -1);
      for (Object binding : list(each.getValue())) {
        Object address = map(binding).get("HostIp");
        if (address != null && !address.equals("")) {
          throw new IllegalArgumentException(
              "a service cannot have the address " + address + " of --publish");
        }
        Map<String, Object> port = new LinkedHashMap<>();
        port.put("Protocol", target[target.length - 1]);
        port.put("TargetPort", new JsonNumber(target[0]));
        Object published = map(binding).get("HostPort");
        if (published instanceof String number && !number.isEmpty()) {
          if (number.indexOf('-') > 0) {
            throw new IllegalArgumentException(
                "a service cannot have the range " + number + " of --publish for one port");
          }
          port.put("PublishedPort", new JsonNumber(number));
        }
        port.put("PublishMode", "host");
        ports.add(port);
      }
    }
    Map<String, Object> out = new LinkedHashMap<>();
    put(out, "Ports", ports);
    return out;
  }

  /** Sets a value unless it is empty. */
  static void put(Map<String, Object> out, String name, @Nullable Object value) {
    boolean empty =
        value == null
            || value.equals("")
            || value instanceof List<?> list && list.isEmpty()
            || value instanceof Map<?, ?> map && map.isEmpty();
    if (!empty && value != null) {
      out.put(name, value);
    }
  }

  private static void putIfTrue(Map<String, Object> out, String name, @Nullable Object value) {
    if (Boolean.TRUE.equals(value)) {
      out.put(name, true);
    }
  }

  private static void putNumber(Map<String, Object> out, String name, @Nullable Long value) {
    if (value != null && value != 0) {
      out.put(name, value);
    }
  }

  static Map<?, ?> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  static List<?> list(@Nullable Object value) {
    return value instanceof List<?> list ? list : List.of();
  }

  static List<String> strings(@Nullable Object value) {
    return list(value).stream().map(String::valueOf).toList();
  }
}
