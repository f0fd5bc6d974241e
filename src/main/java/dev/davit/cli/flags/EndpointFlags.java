package dev.davit.cli.flags;

import dev.davit.cli.complete.Completers;
import dev.davit.engine.model.ContainerSpec;
import dev.davit.engine.model.EndpointIPAMConfig;
import dev.davit.engine.model.EndpointSettings;
import dev.davit.opts.MacAddress;
import dev.davit.opts.NetworkSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The flags for the container's networks: {@code --network}, and the older flags for options of the
 * first network. Mirrors parseNetworkOpts in cli/command/container/opts.go.
 */
final class EndpointFlags {
  private static final Flag<List<NetworkSpec>> NETWORK =
      Flag.list(
              "network",
              (char) 0,
              "network",
              NetworkSpec::parse,
              "Connect the container to a network: NAME, or name=NAME,OPTION=VALUE,...")
          .completes(Completers.NETWORK);
  private static final Flag<List<String>> ALIAS =
      Flag.list("network-alias", "Add an alias for the container in its network");
  private static final Flag<String> IP =
      Flag.string("ip", "IPv4 address of the container in its network, for example 172.30.100.104");
  private static final Flag<String> IP6 =
      Flag.string("ip6", "IPv6 address of the container in its network, for example 2001:db8::33");
  private static final Flag<List<String>> LINK_LOCAL_IP =
      Flag.list("link-local-ip", "Add a link-local IPv4 or IPv6 address");
  private static final Flag<String> MAC_ADDRESS =
      Flag.string("mac-address", "MAC address of the container, for example 92:d0:c6:0a:29:33");

  /** The name that docker sends for the default network. */
  private static final String DEFAULT = "default";

  static final Mapping MAC = new Mac();
  static final Mapping NETWORKS = new Networks();
  static final Mapping DISABLED =
      Field.of(
          Flag.bool(
              "network-disabled",
              "Create the container without any network (Config.NetworkDisabled)"),
          (spec, value) -> spec.config.networkDisabled = value,
          spec -> spec.config.networkDisabled);
  static final Mapping LINKS =
      Field.ofHost(CommonFlags.LINK, (host, value) -> host.links = value, host -> host.links);

  private EndpointFlags() {}

  private static boolean isUserDefined(String network) {
    return switch (network) {
      case DEFAULT, "bridge", "host", "none" -> false;
      default -> !network.startsWith("container:");
    };
  }

  /**
   * Maps {@code --mac-address} to the container's configuration; {@link Networks} also sets it in
   * the endpoint of the first network.
   */
  private static final class Mac implements Mapping {
    @Override
    public List<Flag<?>> flags() {
      return List.of(MAC_ADDRESS);
    }

    @Override
    public void toSpec(FlagValues given, ContainerSpec spec, SpecContext context) {
      String address = given.get(MAC_ADDRESS);
      if (address.isEmpty()) {
        return;
      }
      requireValid(address);
      spec.config.macAddress = address;
    }

    @Override
    public void fromSpec(ContainerSpec spec, FlagWriter out) {
      if (spec.config.macAddress != null) {
        out.write(MAC_ADDRESS, spec.config.macAddress);
      }
    }
  }

  private static void requireValid(String macAddress) {
    if (!MacAddress.isValid(macAddress)) {
      throw new IllegalArgumentException(macAddress + " is not a valid mac address");
    }
  }

  private static final class Networks implements Mapping {
    @Override
    public List<Flag<?>> flags() {
      return List.of(
          NETWORK, NETWORK.alias("net"), ALIAS, ALIAS.alias("net-alias"), IP, IP6, LINK_LOCAL_IP);
    }

    @Override
    public void toSpec(FlagValues given, ContainerSpec spec, SpecContext context) {
      List<NetworkSpec> named = new ArrayList<>(given.get(NETWORK));
      boolean none = named.isEmpty();
      if (none) {
        named.addAll(described(spec));
      }
      named.set(0, withOlderFlags(named.getFirst(), given));
      spec.hostConfig.networkMode = named.getFirst().name();
      Map<String, EndpointSettings> endpoints = new LinkedHashMap<>();
      for (NetworkSpec network : named) {
        check(network);
        if (endpoints.put(network.name(), network.endpoint()) != null) {
          throw new IllegalArgumentException(
              "network \"" + network.name() + "\" is specified multiple times");
        }
      }
      requireOneKind(named);
      // with a name only, send just the network mode, which older engines support, too
      boolean nameAlone = !none && named.size() == 1 && named.getFirst().isNameAlone();
      spec.networkingConfig.endpointsConfig = nameAlone ? null : endpoints;
    }

    /** The networks of the existing spec; the default network if the spec has none. */
    private static List<NetworkSpec> described(ContainerSpec spec) {
      String first = Objects.requireNonNullElse(spec.hostConfig.networkMode, DEFAULT);
      Map<String, EndpointSettings> endpoints = new LinkedHashMap<>();
      endpoints.put(first, new EndpointSettings());
      if (spec.networkingConfig.endpointsConfig != null) {
        endpoints.putAll(spec.networkingConfig.endpointsConfig);
      }
      return endpoints.entrySet().stream()
          .map(endpoint -> new NetworkSpec(endpoint.getKey(), endpoint.getValue()))
          .toList();
    }

    private static void requireOneKind(List<NetworkSpec> networks) {
      long userDefined = networks.stream().filter(network -> isUserDefined(network.name())).count();
      if (userDefined > 0 && userDefined < networks.size()) {
        throw new IllegalArgumentException(
            "conflicting options: cannot attach both user-defined and non-user-defined network-modes");
      }
    }

    /** Adds the older flags to the options of the first network. */
    private static NetworkSpec withOlderFlags(NetworkSpec network, FlagValues given) {
      EndpointSettings typed = network.endpoint();
      EndpointIPAMConfig ips =
          Objects.requireNonNullElseGet(typed.ipamConfig, EndpointIPAMConfig::new);
      EndpointSettings all = new EndpointSettings();
      EndpointIPAMConfig allIps = new EndpointIPAMConfig();
      all.driverOpts = typed.driverOpts;
      all.gwPriority = typed.gwPriority;
      all.aliases = oneOf(typed.aliases, given.get(ALIAS), ALIAS, "alias");
      allIps.ipv4Address = oneOf(ips.ipv4Address, given.get(IP), IP, "IPv4 address");
      allIps.ipv6Address = oneOf(ips.ipv6Address, given.get(IP6), IP6, "IPv6 address");
      all.macAddress = oneOf(typed.macAddress, given.get(MAC_ADDRESS), MAC_ADDRESS, "MAC address");
      allIps.linkLocalIps =
          oneOf(
              ips.linkLocalIps, given.get(LINK_LOCAL_IP), LINK_LOCAL_IP, "link-local IP addresses");
      boolean fixed =
          allIps.ipv4Address != null || allIps.ipv6Address != null || allIps.linkLocalIps != null;
      all.ipamConfig = fixed ? allIps : null;
      all.links =
          isUserDefined(network.name())
              ? joined(typed.links, given.get(CommonFlags.LINK))
              : typed.links;
      return new NetworkSpec(network.name(), all);
    }

    private static @Nullable List<String> joined(@Nullable List<String> some, List<String> more) {
      List<String> all = new ArrayList<>(some == null ? List.of() : some);
      all.addAll(more);
      return all.isEmpty() ? null : all;
    }

    /**
     * Returns the value of the option or of the older flag; rejects both together. Null if neither
     * is given.
     */
    private static <T> @Nullable T oneOf(
        @Nullable T option, T older, Flag<?> flag, String optionName) {
      boolean given = !older.equals(flag.whenAbsent());
      if (option != null && given) {
        throw new IllegalArgumentException(
            "conflicting options: cannot specify both --"
                + flag.name()
                + " and per-network "
                + optionName);
      }
      return given ? older : option;
    }

    private static void check(NetworkSpec network) {
      if (network.name().isBlank()) {
        throw new IllegalArgumentException("no name set for network");
      }
      if (network.endpoint().aliases != null && !isUserDefined(network.name())) {
        throw new IllegalArgumentException(
            "network-scoped aliases are only supported for user-defined networks");
      }
      if (network.endpoint().macAddress != null) {
        requireValid(network.endpoint().macAddress);
      }
    }

    @Override
    public void fromSpec(ContainerSpec spec, FlagWriter out) {
      String mode = spec.hostConfig.networkMode;
      Map<String, EndpointSettings> endpoints = spec.networkingConfig.endpointsConfig;
      if (endpoints == null) {
        if (mode != null) {
          out.write(NETWORK, mode);
        }
        return;
      }
      endpoints.forEach(
          (name, endpoint) -> {
            boolean first = name.equals(mode);
            NetworkSpec network =
                new NetworkSpec(name, first ? beyondOlderFlags(endpoint, spec) : endpoint);
            boolean implied = endpoints.size() == 1 && name.equals(DEFAULT);
            if (!implied || !network.isNameAlone()) {
              out.write(NETWORK, network.format());
            }
            if (first) {
              writeOlderFlags(endpoint, out);
            }
          });
    }

    /** The links except the links of the container itself. */
    private static @Nullable List<String> without(
        @Nullable List<String> links, @Nullable List<String> own) {
      List<String> rest = new ArrayList<>(links == null ? List.of() : links);
      rest.removeAll(own == null ? List.of() : own);
      return rest.isEmpty() ? null : rest;
    }

    /**
     * The options that older flags cannot express. Older flags are written first, as the syntax of
     * {@code --network} loses upper case.
     */
    private static EndpointSettings beyondOlderFlags(EndpointSettings all, ContainerSpec spec) {
      EndpointSettings rest = new EndpointSettings();
      rest.driverOpts = all.driverOpts;
      rest.gwPriority = all.gwPriority;
      rest.macAddress = spec.config.macAddress == null ? all.macAddress : null;
      rest.links = without(all.links, spec.hostConfig.links);
      return rest;
    }

    private static void writeOlderFlags(EndpointSettings endpoint, FlagWriter out) {
      out.writeAll(ALIAS, endpoint.aliases, alias -> alias);
      EndpointIPAMConfig addresses = endpoint.ipamConfig;
      if (addresses == null) {
        return;
      }
      if (addresses.ipv4Address != null) {
        out.write(IP, addresses.ipv4Address);
      }
      if (addresses.ipv6Address != null) {
        out.write(IP6, addresses.ipv6Address);
      }
      out.writeAll(LINK_LOCAL_IP, addresses.linkLocalIps, address -> address);
    }
  }
}
