package dev.davit.command.network;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.CommonFlags;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagValues;
import dev.davit.command.removal.Preview;
import dev.davit.command.selection.SelectionFlags;
import dev.davit.command.shared.CommaLists;
import dev.davit.engine.model.EndpointIPAMConfig;
import dev.davit.engine.model.EndpointSettings;
import dev.davit.gotypes.GoInt;
import dev.davit.opts.CommaList;
import dev.davit.opts.KeyValue;
import dev.davit.resource.ObjectKind;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code davit network connect}: connects a container to a network. Mirrors
 * cli/command/network/connect.go.
 */
public final class NetworkConnectCommand implements Command {
  private static final Flag<List<CommaList>> ALIAS =
      CommaLists.flag("alias", "Add an alias for the container in the network");
  private static final Flag<List<CommaList>> DRIVER_OPT =
      CommaLists.flag("driver-opt", "Set an option of the network's driver: KEY=VALUE");
  private static final Flag<Boolean> DRY_RUN =
      Preview.DRY_RUN.variant("List the container that would be connected, and change nothing");
  private static final Flag<@Nullable Long> GW_PRIORITY =
      Flag.value(
          "gw-priority",
          "int",
          GoInt::parseInt,
          "Priority of the network as default gateway; the highest wins (default 0)");
  private static final Flag<String> IP =
      Flag.string("ip", "IPv4 address of the container in the network, for example 172.30.100.104");
  private static final Flag<String> IP6 =
      Flag.string("ip6", "IPv6 address of the container in the network, for example 2001:db8::33");
  private static final Flag<List<CommaList>> LINK_LOCAL_IP =
      CommaLists.flag("link-local-ip", "Add a link-local IPv4 or IPv6 address");

  @Override
  public Usage usage() {
    return Usage.exactly(2, "[OPTIONS] NETWORK CONTAINER");
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(
        ALIAS,
        DRIVER_OPT,
        DRY_RUN,
        SelectionFlags.FILTER,
        GW_PRIORITY,
        IP,
        IP6,
        CommonFlags.LINK,
        LINK_LOCAL_IP,
        Preview.QUIET);
  }

  @Override
  public Completer argument(int place, FlagValues given) {
    return place == 0 ? Completer.names(ObjectKind.NETWORK) : Completers.UNCONNECTED_CONTAINER;
  }

  @Override
  public int run(CommandContext in) throws IOException {
    boolean preview = Preview.isGiven(in);
    EndpointIPAMConfig addresses = new EndpointIPAMConfig();
    addresses.ipv4Address = orNull(in.get(IP));
    addresses.ipv6Address = orNull(in.get(IP6));
    addresses.linkLocalIps = orNull(CommaLists.elements(in.get(LINK_LOCAL_IP)));
    EndpointSettings endpoint = new EndpointSettings();
    endpoint.ipamConfig = addresses;
    endpoint.links = orNull(in.get(CommonFlags.LINK));
    endpoint.aliases = orNull(CommaLists.elements(in.get(ALIAS)));
    endpoint.driverOpts = driverOptions(CommaLists.elements(in.get(DRIVER_OPT)));
    endpoint.gwPriority = in.get(GW_PRIORITY);
    NetworkEndpoint ends = NetworkEndpoint.of(in);
    if (preview) {
      return ends.preview();
    }
    in.engine().networks().connect(ends.network(), ends.container(), endpoint);
    return ExitCode.SUCCESS;
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static @Nullable List<String> orNull(List<String> list) {
    return list.isEmpty() ? null : list;
  }

  private static Map<String, String> driverOptions(List<String> texts) {
    Map<String, String> options = new LinkedHashMap<>();
    for (String text : texts) {
      String key = KeyValue.name(text).strip();
      String value = KeyValue.value(text);
      if (value == null || key.isEmpty()) {
        throw CommandException.refused("invalid key/value pair format in driver options");
      }
      options.put(key, value.strip());
    }
    return options;
  }
}
