package dev.davit.command.network;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.Flag;
import dev.davit.engine.model.NetworkConfig;
import dev.davit.engine.model.NetworkConfig.ConfigReference;
import dev.davit.opts.KeyValue;
import dev.davit.resource.ObjectKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** {@code davit network create}: creates a network. Mirrors cli/command/network/create.go. */
public final class NetworkCreateCommand implements Command {
  private static final Flag<Boolean> ATTACHABLE =
      Flag.bool("attachable", "Allow containers outside of services to connect (swarm networks)")
          .since(1, 25);
  private static final Flag<String> CONFIG_FROM =
      Flag.string("config-from", "Copy the configuration of a network created by --config-only")
          .completes(Completer.names(ObjectKind.NETWORK))
          .since(1, 30);
  private static final Flag<Boolean> CONFIG_ONLY =
      Flag.bool("config-only", "Create a configuration for other networks, not a usable network")
          .since(1, 30);
  private static final Flag<String> DRIVER =
      Flag.string("driver", 'd', "bridge", "Driver of the network (default \"bridge\")")
          .completes(Completers.NETWORK_DRIVER);
  private static final Flag<Boolean> INGRESS =
      Flag.bool("ingress", "Create the routing-mesh network of a swarm").since(1, 29);
  private static final Flag<Boolean> INTERNAL =
      Flag.bool("internal", "Restrict the network to its containers, without external access");
  private static final Flag<Boolean> IPV4 =
      Flag.boolOn("ipv4", (char) 0, "Assign IPv4 addresses (default true)");
  private static final Flag<Boolean> IPV6 = Flag.bool("ipv6", "Assign IPv6 addresses");
  private static final Flag<List<String>> LABEL =
      Flag.list("label", (char) 0, "list", KeyValue::label, "Set a label: KEY[=VALUE]");
  private static final Flag<List<String>> OPT =
      Flag.list("opt", 'o', "map", text -> text, "Set an option of the driver: KEY[=VALUE]");
  private static final Flag<String> SCOPE =
      Flag.string("scope", "Scope of the network: local or swarm")
          .completes(Completer.words("global local swarm"))
          .since(1, 30);

  @Override
  public Usage usage() {
    return Usage.exactly(1, "[OPTIONS] NETWORK");
  }

  @Override
  public List<Flag<?>> flags() {
    List<Flag<?>> all =
        new ArrayList<>(
            List.of(
                ATTACHABLE,
                CONFIG_FROM,
                CONFIG_ONLY,
                DRIVER,
                INGRESS,
                INTERNAL,
                IPV4,
                IPV6,
                LABEL,
                OPT,
                SCOPE));
    all.addAll(IpamFlags.ALL);
    all.sort((a, b) -> a.name().compareTo(b.name()));
    return all;
  }

  @Override
  public int run(CommandContext in) throws IOException {
    NetworkConfig config = new NetworkConfig();
    config.name = in.args().getFirst();
    config.driver = in.get(DRIVER);
    config.scope = in.get(SCOPE);
    config.enableIpv4 = in.flags().given(IPV4) ? in.get(IPV4) : null;
    config.enableIpv6 = in.flags().given(IPV6) ? in.get(IPV6) : null;
    config.ipam = IpamFlags.config(in);
    config.internal = in.get(INTERNAL);
    config.attachable = in.get(ATTACHABLE);
    config.ingress = in.get(INGRESS);
    config.configOnly = in.get(CONFIG_ONLY);
    String source = in.get(CONFIG_FROM);
    config.configFrom = source.isEmpty() ? null : new ConfigReference(source);
    config.options = KeyValue.toMap(in.get(OPT));
    config.labels = KeyValue.toMap(in.get(LABEL));
    in.streams().printSent(in.engine().networks().create(config) + '\n');
    return ExitCode.SUCCESS;
  }
}
