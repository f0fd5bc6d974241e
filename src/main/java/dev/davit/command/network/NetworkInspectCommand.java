package dev.davit.command.network;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.flags.CommonFlags;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagValues;
import dev.davit.command.shared.InspectRunner;
import dev.davit.command.shared.OutputFlags;
import dev.davit.output.OutputSchema;
import dev.davit.output.schema.ObjectOutput;
import dev.davit.resource.ObjectKind;
import java.io.IOException;
import java.util.List;

/**
 * {@code davit network inspect}: shows networks as JSON. Mirrors cli/command/network/inspect.go.
 */
public final class NetworkInspectCommand implements Command {
  private static final Flag<String> FORMAT =
      CommonFlags.OBJECT_FORMAT
          .variant()
          .completes(
              Completer.objectFormat(
                  """
                  Attachable ConfigFrom.Network ConfigOnly Containers Created Driver EnableIPv4
                  EnableIPv6 ID IPAM.Config IPAM.Driver IPAM.Options Ingress Internal Labels Name
                  Options Peers Scope Services
                  """));
  private static final Flag<Boolean> VERBOSE =
      Flag.bool("verbose", 'v', "Include the services and nodes of a swarm");

  @Override
  public Usage usage() {
    return Usage.atLeast(1, "[OPTIONS] NETWORK [NETWORK...]");
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(FORMAT, OutputFlags.OBJECT_OUTPUT, VERBOSE);
  }

  @Override
  public Completer argument(int place, FlagValues given) {
    return Completer.names(ObjectKind.NETWORK);
  }

  @Override
  public OutputSchema<?> output() {
    return ObjectOutput.list("network inspect", "networks");
  }

  @Override
  public int run(CommandContext in) throws IOException {
    return InspectRunner.inspect(
        in,
        (inspection, name) ->
            inspection.add(
                in.engine().networks().inspectRaw(name, in.get(VERBOSE)),
                ObjectKind.NETWORK.type()));
  }
}
