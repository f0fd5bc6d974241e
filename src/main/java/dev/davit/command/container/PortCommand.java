package dev.davit.command.container;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagValues;
import dev.davit.command.shared.SelectionFlags;
import dev.davit.command.shared.SingleContainer;
import dev.davit.command.shared.TakesContainer;
import dev.davit.engine.model.ContainerDetails.NetworkSettings;
import dev.davit.engine.model.PortBinding;
import dev.davit.format.HostPort;
import dev.davit.gotypes.GoInt;
import dev.davit.text.NaturalOrder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code davit port}: lists published ports. Mirrors cli/command/container/port.go. */
public final class PortCommand implements TakesContainer {
  /** The protocols for {@code --any-proto}, in docker-py's order. */
  private static final List<String> PROTOCOLS = List.of("tcp", "udp", "sctp");

  private static final Flag<Boolean> ANY_PROTO =
      Flag.bool(
          "any-proto",
          "Match PRIVATE_PORT with any protocol: tcp, udp or sctp (default: tcp only)");

  @Override
  public Usage usage() {
    return Usage.between(1, 2, "CONTAINER [PRIVATE_PORT[/PROTO]]");
  }

  @Override
  public List<Flag<?>> flags() {
    return SelectionFlags.oneWith(List.of(ANY_PROTO));
  }

  @Override
  public Completer argument(int place, FlagValues given) {
    return place == 0 ? Completers.RUNNING_CONTAINER : Completers.NOTHING;
  }

  @Override
  public int run(CommandContext in) throws IOException {
    SingleContainer one = SingleContainer.of(in);
    String port = one.rest().isEmpty() ? "" : one.rest().getFirst();
    NetworkSettings settings = in.engine().containers().inspect(one.container()).networkSettings();
    Map<String, @Nullable List<PortBinding>> ports =
        settings == null || settings.ports() == null ? Map.of() : settings.ports();
    List<String> lines =
        port.isEmpty() ? all(ports) : of(port, ports, one.name(), in.get(ANY_PROTO));
    lines.sort(NaturalOrder.INSTANCE);
    in.streams().printSent(lines.stream().map(line -> line + '\n').collect(Collectors.joining()));
    return ExitCode.SUCCESS;
  }

  private static List<String> all(Map<String, @Nullable List<PortBinding>> ports) {
    List<String> lines = new ArrayList<>();
    ports.forEach(
        (port, bindings) -> hostPorts(bindings).forEach(on -> lines.add(port + " -> " + on)));
    return lines;
  }

  private static List<String> of(
      String typed,
      Map<String, @Nullable List<PortBinding>> ports,
      String container,
      boolean anyProtocol) {
    int slash = typed.indexOf('/');
    String port = slash < 0 ? typed : typed.substring(0, slash);
    String protocol = slash < 0 ? "" : typed.substring(slash + 1);
    try {
      GoInt.parsePort(port);
    } catch (IllegalArgumentException e) {
      throw CommandException.refused("Error: invalid port (" + port + "): " + e.getMessage());
    }
    List<String> tried = anyProtocol ? PROTOCOLS : List.of("tcp");
    for (String each : protocol.isEmpty() ? tried : List.of(protocol)) {
      List<String> lines = hostPorts(ports.get(port + '/' + each));
      if (!lines.isEmpty()) {
        return lines;
      }
    }
    throw CommandException.refused(
        "Error: No public port '" + typed + "' published for " + container);
  }

  private static List<String> hostPorts(@Nullable List<PortBinding> bindings) {
    List<String> hostPorts = new ArrayList<>();
    if (bindings != null) {
      bindings.forEach(
          binding -> hostPorts.add(HostPort.join(binding.hostIp(), binding.hostPort())));
    }
    return hostPorts;
  }
}
