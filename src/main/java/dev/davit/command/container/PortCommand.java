package dev.davit.command.container;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagValues;
import dev.davit.command.selection.SelectionFlags;
import dev.davit.command.selection.SingleContainer;
import dev.davit.command.selection.TakesContainer;
import dev.davit.command.shared.ListRunner;
import dev.davit.command.shared.OutputFlags;
import dev.davit.engine.model.ContainerDetails.NetworkSettings;
import dev.davit.engine.model.PortBinding;
import dev.davit.format.HostPort;
import dev.davit.gotypes.GoInt;
import dev.davit.output.OutputSchema;
import dev.davit.output.schema.PortOutput;
import dev.davit.output.schema.PortOutput.Published;
import dev.davit.text.NaturalOrder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
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
    return SelectionFlags.oneWith(List.of(ANY_PROTO, OutputFlags.OUTPUT));
  }

  @Override
  public Completer argument(int place, FlagValues given) {
    return place == 0 ? Completers.RUNNING_CONTAINER : Completers.NOTHING;
  }

  @Override
  public OutputSchema<?> output() {
    return PortOutput.SCHEMA;
  }

  @Override
  public int run(CommandContext in) throws IOException {
    SingleContainer one = SingleContainer.of(in);
    String port = one.rest().isEmpty() ? "" : one.rest().getFirst();
    NetworkSettings settings = in.engine().containers().inspect(one.container()).networkSettings();
    Map<String, @Nullable List<PortBinding>> ports =
        settings == null || settings.ports() == null ? Map.of() : settings.ports();
    List<Published> published =
        port.isEmpty() ? all(ports) : of(port, ports, one.name(), in.get(ANY_PROTO));
    published.sort(Comparator.comparing(each -> line(each, port), NaturalOrder.INSTANCE));
    if (in.get(OutputFlags.OUTPUT) != null) {
      in.streams().print(ListRunner.output(in, PortOutput.SCHEMA).of(published));
      return ExitCode.SUCCESS;
    }
    in.streams()
        .printSent(
            published.stream().map(each -> line(each, port) + '\n').collect(Collectors.joining()));
    return ExitCode.SUCCESS;
  }

  /** Returns the line of a published port, with the port in the container if none was typed. */
  private static String line(Published each, String typed) {
    String on = HostPort.join(each.hostIp(), each.hostPort());
    return typed.isEmpty() ? each.port() + " -> " + on : on;
  }

  private static List<Published> all(Map<String, @Nullable List<PortBinding>> ports) {
    List<Published> all = new ArrayList<>();
    ports.forEach((port, bindings) -> all.addAll(published(port, bindings)));
    return all;
  }

  private static List<Published> of(
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
      String wanted = port + '/' + each;
      List<Published> published = published(wanted, ports.get(wanted));
      if (!published.isEmpty()) {
        return published;
      }
    }
    throw CommandException.refused(
        "Error: No public port '" + typed + "' published for " + container);
  }

  private static List<Published> published(String port, @Nullable List<PortBinding> bindings) {
    List<Published> published = new ArrayList<>();
    if (bindings != null) {
      bindings.forEach(
          binding -> published.add(new Published(port, binding.hostIp(), binding.hostPort())));
    }
    return published;
  }
}
