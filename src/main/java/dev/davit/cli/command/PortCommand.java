package dev.davit.cli.command;

import dev.davit.cli.Command;
import dev.davit.cli.CommandException;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Invocation;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Argument;
import dev.davit.cli.flags.FlagValues;
import dev.davit.engine.model.ContainerDetails.NetworkSettings;
import dev.davit.engine.model.PortBinding;
import dev.davit.format.HostPort;
import dev.davit.format.NaturalOrder;
import dev.davit.value.GoInt;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code davit port}: mirrors cli/command/container/port.go. */
public final class PortCommand implements Command {
  @Override
  public Usage usage() {
    return Usage.between(1, 2, "CONTAINER [PRIVATE_PORT[/PROTO]]");
  }

  @Override
  public Argument argument(int place, FlagValues given) {
    return place == 0 ? Argument.RUNNING_CONTAINER : Argument.NOTHING;
  }

  @Override
  public int run(Invocation in) throws IOException {
    String container = in.args().getFirst();
    String port = in.args().size() > 1 ? in.args().get(1) : "";
    NetworkSettings settings = in.engine().containers().inspect(container).networkSettings();
    Map<String, @Nullable List<PortBinding>> ports =
        settings == null || settings.ports() == null ? Map.of() : settings.ports();
    List<String> lines = port.isEmpty() ? all(ports) : of(port, ports, container);
    lines.sort(NaturalOrder.INSTANCE);
    in.streams().print(lines.stream().map(line -> line + '\n').collect(Collectors.joining()));
    return ExitCode.SUCCESS;
  }

  private static List<String> all(Map<String, @Nullable List<PortBinding>> ports) {
    List<String> lines = new ArrayList<>();
    ports.forEach(
        (port, bindings) -> hostPorts(bindings).forEach(on -> lines.add(port + " -> " + on)));
    return lines;
  }

  private static List<String> of(
      String typed, Map<String, @Nullable List<PortBinding>> ports, String container) {
    int slash = typed.indexOf('/');
    String port = slash < 0 ? typed : typed.substring(0, slash);
    String protocol = slash < 0 ? "" : typed.substring(slash + 1);
    try {
      GoInt.parsePort(port);
    } catch (IllegalArgumentException e) {
      throw CommandException.refused("Error: invalid port (" + port + "): " + e.getMessage());
    }
    List<String> lines = hostPorts(ports.get(port + '/' + (protocol.isEmpty() ? "tcp" : protocol)));
    if (lines.isEmpty()) {
      throw CommandException.refused(
          "Error: No public port '" + typed + "' published for " + container);
    }
    return lines;
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
