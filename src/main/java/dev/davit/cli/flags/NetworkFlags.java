package dev.davit.cli.flags;

import dev.davit.engine.model.ContainerSpec;
import dev.davit.engine.model.EmptyObject;
import dev.davit.engine.model.EndpointSettings;
import dev.davit.engine.model.PortBinding;
import dev.davit.value.ExtraHost;
import dev.davit.value.PortSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Networks, published ports and names. */
final class NetworkFlags {
  private static final Flag<List<String>> PUBLISH =
      Flag.list("publish", 'p', "Publish a port to the host: [[IP:]HOST:]CONTAINER[/PROTOCOL]");
  private static final Flag<List<String>> EXPOSE =
      Flag.list("expose", "Tell of a port without publishing it");
  private static final Flag<List<String>> NETWORK = Flag.list("network", "Network to join");
  private static final Flag<List<String>> NET = Flag.list("net", "Network to join").hidden();
  private static final Flag<List<String>> ALIAS =
      Flag.list("network-alias", "Another name within the network");

  static final FlagTable TABLE =
      FlagTable.of(
          "Network",
          new Ports(),
          new Networks(),
          Field.of(
              Flag.bool("publish-all", 'P', "Publish every exposed port at a random one"),
              (spec, value) -> spec.hostConfig.publishAllPorts = value,
              spec -> spec.hostConfig.publishAllPorts),
          Field.of(
              Flag.string("hostname", 'h', "Host name of the container"),
              (spec, value) -> spec.config.hostname = value,
              spec -> spec.config.hostname),
          Field.of(
              Flag.string("domainname", "NIS domain name of the container"),
              (spec, value) -> spec.config.domainname = value,
              spec -> spec.config.domainname),
          Field.of(
              Flag.list(
                  "add-host", (char) 0, "list", ExtraHost::parse, "Line for /etc/hosts: NAME:IP"),
              (spec, value) -> spec.hostConfig.extraHosts = value,
              spec -> spec.hostConfig.extraHosts),
          Field.of(
              Flag.list("dns-search", "Domain to search for short names"),
              (spec, value) -> spec.hostConfig.dnsSearch = value,
              spec -> spec.hostConfig.dnsSearch),
          Field.of(
              Flag.list("dns", "Name server to ask"),
              (spec, value) -> spec.hostConfig.dns = value,
              spec -> spec.hostConfig.dns));

  private NetworkFlags() {}

  private static final class Ports implements Mapping {
    @Override
    public List<Flag<?>> flags() {
      return List.of(PUBLISH, EXPOSE);
    }

    @Override
    public void toSpec(FlagValues given, ContainerSpec spec, SpecContext context) {
      Map<String, EmptyObject> exposed = new LinkedHashMap<>();
      Map<String, List<PortBinding>> bindings = new LinkedHashMap<>();
      for (String text : given.get(PUBLISH)) {
        for (PortSpec port : PortSpec.parse(text)) {
          exposed.put(port.port(), new EmptyObject());
          bindings.computeIfAbsent(port.port(), p -> new ArrayList<>()).add(port.binding());
        }
      }
      for (String text : given.get(EXPOSE)) {
        PortSpec.parseExposed(text).forEach(port -> exposed.put(port, new EmptyObject()));
      }
      spec.config.exposedPorts = exposed.isEmpty() ? null : exposed;
      spec.hostConfig.portBindings = bindings.isEmpty() ? null : bindings;
    }

    @Override
    public void fromSpec(ContainerSpec spec, FlagWriter out) {
      Map<String, List<PortBinding>> bindings =
          spec.hostConfig.portBindings == null ? Map.of() : spec.hostConfig.portBindings;
      bindings.forEach(
          (port, all) -> all.forEach(binding -> out.write(PUBLISH, text(port, binding))));
      if (spec.config.exposedPorts != null) {
        spec.config.exposedPorts.keySet().stream()
            .filter(port -> !bindings.containsKey(port))
            .forEach(port -> out.write(EXPOSE, port));
      }
    }

    private static String text(String port, PortBinding binding) {
      String ip = binding.hostIp() == null ? "" : binding.hostIp();
      String host = binding.hostPort() == null ? "" : binding.hostPort();
      String address = ip.isEmpty() ? "" : (ip.contains(":") ? '[' + ip + ']' : ip) + ':';
      return address + (host.isEmpty() && ip.isEmpty() ? "" : host + ':') + port;
    }
  }

  /** The first network is the container's mode; each that needs settings gets an endpoint. */
  private static final class Networks implements Mapping {
    @Override
    public List<Flag<?>> flags() {
      return List.of(NETWORK, NET, ALIAS);
    }

    @Override
    public void toSpec(FlagValues given, ContainerSpec spec, SpecContext context) {
      List<String> networks = new ArrayList<>(given.get(NETWORK));
      networks.addAll(given.get(NET));
      if (networks.contains("")) {
        throw new IllegalArgumentException("no name set for network");
      }
      String mode = networks.isEmpty() ? "default" : networks.getFirst();
      List<String> aliases = given.get(ALIAS);
      if (!aliases.isEmpty() && !isUserDefined(mode)) {
        throw new IllegalArgumentException(
            "network-scoped aliases are only supported for user-defined networks");
      }
      spec.hostConfig.networkMode = mode;
      if (networks.size() != 1 || !aliases.isEmpty()) {
        spec.networkingConfig.endpointsConfig = endpoints(networks, aliases);
      }
    }

    private static Map<String, EndpointSettings> endpoints(
        List<String> networks, List<String> aliases) {
      Map<String, EndpointSettings> endpoints = new LinkedHashMap<>();
      for (String network : networks.isEmpty() ? List.of("default") : networks) {
        EndpointSettings endpoint = new EndpointSettings();
        if (endpoints.isEmpty() && !aliases.isEmpty()) {
          endpoint.aliases = aliases;
        }
        if (endpoints.put(network, endpoint) != null) {
          throw new IllegalArgumentException(
              "network \"" + network + "\" is specified multiple times");
        }
      }
      if (endpoints.size() > 1 && !endpoints.keySet().stream().allMatch(Networks::isUserDefined)) {
        throw new IllegalArgumentException(
            "conflicting options: cannot attach both user-defined and non-user-defined"
                + " network-modes");
      }
      return endpoints;
    }

    private static boolean isUserDefined(String network) {
      return switch (network) {
        case "default", "bridge", "host", "none" -> false;
        default -> !network.startsWith("container:");
      };
    }

    @Override
    public void fromSpec(ContainerSpec spec, FlagWriter out) {
      String mode = spec.hostConfig.networkMode;
      Map<String, EndpointSettings> endpoints = spec.networkingConfig.endpointsConfig;
      if (endpoints == null || endpoints.isEmpty()) {
        if (mode != null && !mode.equals("default")) {
          out.write(NETWORK, mode);
        }
        return;
      }
      endpoints.keySet().stream()
          .filter(name -> !name.equals("default"))
          .forEach(name -> out.write(NETWORK, name));
      endpoints.values().forEach(endpoint -> out.writeAll(ALIAS, endpoint.aliases, alias -> alias));
    }
  }
}
