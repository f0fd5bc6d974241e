package dev.davit.cli.flags;

import dev.davit.cli.complete.Completers;
import dev.davit.engine.model.ContainerSpec;
import dev.davit.engine.model.EmptyObject;
import dev.davit.engine.model.PortBinding;
import dev.davit.opts.DomainName;
import dev.davit.opts.ExtraHost;
import dev.davit.opts.IpAddress;
import dev.davit.opts.PortSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The flags for ports, host names and DNS. */
final class NetworkFlags {
  private static final Flag<List<String>> PUBLISH =
      Flag.list(
              "publish",
              'p',
              "Publish a port or port range to the host: [[IP:][HOST_PORT]:]CONTAINER_PORT[/PROTOCOL]")
          .completes(Completers.PUBLISH);
  private static final Flag<List<String>> EXPOSE =
      Flag.list("expose", "Expose a port or port range to other containers without publishing it");
  private static final Flag<List<String>> DNS_OPTION =
      Flag.list("dns-option", "Set a DNS resolver option");

  static final Mapping PORTS = new Ports();

  static final FlagTable TABLE =
      FlagTable.of(
          "Network",
          PORTS,
          EndpointFlags.MAC,
          EndpointFlags.NETWORKS,
          EndpointFlags.LINKS,
          EndpointFlags.DISABLED,
          Field.ofHost(
              Flag.bool("publish-all", 'P', "Publish all exposed ports to random host ports"),
              (host, value) -> host.publishAllPorts = value,
              host -> host.publishAllPorts),
          Field.of(
              Flag.string(
                  "hostname", 'h', "Hostname of the container (default: the short container ID)"),
              (spec, value) -> spec.config.hostname = value,
              spec -> spec.config.hostname),
          Field.of(
              Flag.string("domainname", "NIS domain name of the container"),
              (spec, value) -> spec.config.domainname = value,
              spec -> spec.config.domainname),
          Field.ofHost(
              Flag.list(
                  "add-host",
                  (char) 0,
                  "list",
                  ExtraHost::parse,
                  "Add an entry to the container's /etc/hosts: NAME:IP or NAME:host-gateway"),
              (host, value) -> host.extraHosts = value,
              host -> host.extraHosts),
          Field.ofHost(
              Flag.list("dns", (char) 0, "list", IpAddress::normalized, "Set a DNS server: IP"),
              (host, value) -> host.dns = value,
              host -> host.dns),
          new DnsOptions(),
          Field.ofHost(
              Flag.list(
                  "dns-search",
                  (char) 0,
                  "list",
                  DomainName::parseSearch,
                  "Set a DNS search domain (. for none)"),
              (host, value) -> host.dnsSearch = value,
              host -> host.dnsSearch));

  private NetworkFlags() {}

  private static final class Ports implements Mapping {
    @Override
    public List<Flag<?>> flags() {
      return List.of(PUBLISH, EXPOSE);
    }

    @Override
    public void toSpec(FlagValues given, ContainerSpec spec, SpecContext context) {
      // docker converts all values to the short form before it parses the first
      List<String> publish = given.get(PUBLISH).stream().map(PortSpec::shortForm).toList();
      Map<String, EmptyObject> exposed = new LinkedHashMap<>();
      Map<String, List<PortBinding>> bindings = new LinkedHashMap<>();
      for (PortSpec port :
          publish.stream().flatMap(each -> PortSpec.parse(each).stream()).toList()) {
        exposed.put(port.port(), new EmptyObject());
        bindings.computeIfAbsent(port.port(), p -> new ArrayList<>()).add(port.binding());
      }
      for (String text : given.get(EXPOSE)) {
        PortSpec.parseExposed(text).forEach(port -> exposed.put(port, new EmptyObject()));
      }
      spec.config.exposedPorts = exposed.isEmpty() ? null : exposed;
      spec.hostConfig.portBindings = bindings;
    }

    @Override
    public void fromSpec(ContainerSpec spec, FlagWriter out) {
      Map<String, List<PortBinding>> published =
          spec.hostConfig.portBindings == null ? Map.of() : spec.hostConfig.portBindings;
      published.forEach(
          (port, all) -> all.forEach(each -> out.write(PUBLISH, PortSpec.format(port, each))));
      if (spec.config.exposedPorts != null) {
        spec.config.exposedPorts.keySet().stream()
            .filter(port -> !published.containsKey(port))
            .forEach(port -> out.write(EXPOSE, port));
      }
    }
  }

  /** Maps {@code --dns-option} and its alias {@code --dns-opt}. */
  private static final class DnsOptions implements Mapping {
    private static final Field<List<String>> FIELD =
        Field.ofHost(DNS_OPTION, (host, value) -> host.dnsOptions = value, host -> host.dnsOptions);

    @Override
    public List<Flag<?>> flags() {
      return Stream.<Flag<?>>of(DNS_OPTION, DNS_OPTION.alias("dns-opt")).toList();
    }

    @Override
    public void toSpec(FlagValues given, ContainerSpec spec, SpecContext context) {
      FIELD.toSpec(given, spec, context);
    }

    @Override
    public void fromSpec(ContainerSpec spec, FlagWriter out) {
      FIELD.fromSpec(spec, out);
    }
  }
}
