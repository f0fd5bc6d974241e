package dev.davit.command.network;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.flags.Flag;
import dev.davit.command.shared.CommaLists;
import dev.davit.engine.model.IpamConfig;
import dev.davit.engine.model.IpamConfig.Pool;
import dev.davit.opts.Cidr;
import dev.davit.opts.CommaList;
import dev.davit.opts.IpAddress;
import dev.davit.opts.KeyValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The flags for the IP addresses of a new network, and docker's checks of them. A gateway, a range
 * and a reserved address belong to the subnet that contains them.
 */
final class IpamFlags {
  private static final Flag<List<String>> AUX_ADDRESS =
      Flag.list(
          "aux-address",
          (char) 0,
          "map",
          text -> text,
          "Reserve an address that no container gets: NAME=IP");
  private static final Flag<List<CommaList>> GATEWAY =
      CommaLists.flag("gateway", "Gateway of a subnet: IP");
  private static final Flag<List<CommaList>> IP_RANGE =
      CommaLists.flag("ip-range", "Part of a subnet that containers get addresses from: CIDR");
  private static final Flag<String> IPAM_DRIVER =
      Flag.string(
          "ipam-driver", (char) 0, "default", "Driver of address management (default \"default\")");
  private static final Flag<List<String>> IPAM_OPT =
      Flag.list(
          "ipam-opt",
          (char) 0,
          "map",
          text -> text,
          "Set an option of the driver of address management: KEY[=VALUE]");
  private static final Flag<List<CommaList>> SUBNET =
      CommaLists.flag("subnet", "Subnet of the network: CIDR, for example 172.28.0.0/16");

  static final List<Flag<?>> ALL =
      List.of(AUX_ADDRESS, GATEWAY, IP_RANGE, IPAM_DRIVER, IPAM_OPT, SUBNET);

  private final List<Pool> pools = new ArrayList<>();

  private IpamFlags() {}

  /**
   * Returns the address management of the flags.
   *
   * @throws CommandException with docker's message if the addresses do not fit together
   */
  static IpamConfig config(CommandContext in) {
    IpamConfig config = new IpamConfig();
    config.driver = in.get(IPAM_DRIVER);
    config.options = KeyValue.toMap(in.get(IPAM_OPT));
    try {
      config.config = pools(in);
    } catch (IllegalArgumentException e) {
      throw CommandException.refused(String.valueOf(e.getMessage()));
    }
    return config;
  }

  private static List<Pool> pools(CommandContext in) {
    List<String> subnets = CommaLists.elements(in.get(SUBNET));
    List<String> ranges = CommaLists.elements(in.get(IP_RANGE));
    List<String> gateways = CommaLists.elements(in.get(GATEWAY));
    if (subnets.size() < ranges.size() || subnets.size() < gateways.size()) {
      throw new IllegalArgumentException(
          "every ip-range or gateway must have a corresponding subnet");
    }
    IpamFlags ipam = new IpamFlags();
    subnets.forEach(ipam::addSubnet);
    ranges.forEach(ipam::addRange);
    gateways.forEach(ipam::addGateway);
    KeyValue.toMap(in.get(AUX_ADDRESS)).forEach(ipam::addReserved);
    return ipam.pools;
  }

  private void addSubnet(String subnet) {
    for (Pool other : pools) {
      boolean around = contains(subnet, other.subnet);
      if (contains(other.subnet, subnet) || around) {
        throw new IllegalArgumentException(
            "multiple overlapping subnet configuration is not supported");
      }
    }
    Pool pool = new Pool();
    pool.subnet = subnet;
    pools.add(pool);
  }

  private void addRange(String range) {
    Cidr.parse(range); // a single address is not a range
    for (Pool pool : poolsOf("range", range)) {
      if (pool.ipRange != null) {
        throw new IllegalArgumentException(
            "cannot configure multiple ranges (%s, %s) on the same subnet (%s)"
                .formatted(range, pool.ipRange, pool.subnet));
      }
      pool.ipRange = range;
    }
  }

  private void addGateway(String gateway) {
    for (Pool pool : poolsOf("gateway", gateway)) {
      if (pool.gateway != null) {
        throw new IllegalArgumentException(
            "cannot configure multiple gateways (%s, %s) for the same subnet (%s)"
                .formatted(gateway, pool.gateway, pool.subnet));
      }
      pool.gateway = gateway;
    }
  }

  private void addReserved(String name, String address) {
    for (Pool pool : poolsOf("aux-address", address)) {
      Map<String, String> all =
          pool.auxiliaryAddresses == null ? new TreeMap<>() : pool.auxiliaryAddresses;
      all.put(name, address);
      pool.auxiliaryAddresses = all;
    }
  }

  private List<Pool> poolsOf(String kind, String address) {
    List<Pool> found = pools.stream().filter(pool -> contains(pool.subnet, address)).toList();
    if (found.isEmpty()) {
      throw new IllegalArgumentException("no matching subnet for " + kind + ' ' + address);
    }
    return found;
  }

  /** Whether an address, or the address of a subnet, is in a subnet. */
  private static boolean contains(String subnet, String other) {
    Cidr network;
    try {
      network = Cidr.parse(subnet);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("invalid subnet: " + e.getMessage(), e);
    }
    Optional<IpAddress> address =
        other.contains("/") ? Optional.of(Cidr.parse(other).address()) : IpAddress.parse(other);
    return address.isPresent() && network.contains(address.get());
  }
}
