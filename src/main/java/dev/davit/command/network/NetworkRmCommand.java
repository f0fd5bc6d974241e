package dev.davit.command.network;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagValues;
import dev.davit.engine.http.EngineException;
import dev.davit.resource.ObjectKind;
import dev.davit.terminal.Confirmation;
import java.io.IOException;
import java.util.List;

/** {@code davit network rm}: removes networks. Mirrors cli/command/network/remove.go. */
public final class NetworkRmCommand implements Command {
  private static final Flag<Boolean> FORCE =
      Flag.bool("force", 'f', "Ignore networks that do not exist");

  private static final String INGRESS_WARNING =
      "WARNING! Before removing the routing-mesh network, make sure all the nodes in your swarm run"
          + " the same docker engine version. Otherwise, removal may not be effective and"
          + " functionality of newly create ingress networks will be impaired.\n"
          + "Are you sure you want to continue?";

  @Override
  public Usage usage() {
    return Usage.atLeast(1, "NETWORK [NETWORK...]");
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(FORCE);
  }

  @Override
  public Completer argument(int place, FlagValues given) {
    return Completer.names(ObjectKind.NETWORK);
  }

  @Override
  public int run(CommandContext in) throws IOException {
    boolean failed = false;
    for (String name : in.args()) {
      if (isIngress(in, name)
          && !Confirmation.isGiven(in.streams(), INGRESS_WARNING, in.streams().out())) {
        continue;
      }
      try {
        in.engine().networks().remove(name);
      } catch (IOException e) {
        if (!isIgnored(in, e)) {
          in.streams().error(String.valueOf(e.getMessage()));
          failed = true;
        }
        continue;
      }
      in.streams().println(name);
    }
    if (failed) {
      throw CommandException.refused("exit status " + ExitCode.FAILURE); // as docker's last line
    }
    return ExitCode.SUCCESS;
  }

  /** Whether the network is a swarm's routing mesh; false if it cannot be inspected. */
  private static boolean isIngress(CommandContext in, String name) {
    try {
      return in.engine().networks().inspect(name).ingress();
    } catch (IOException e) {
      return false; // the removal reports the error
    }
  }

  private static boolean isIgnored(CommandContext in, IOException e) {
    return in.get(FORCE) && e instanceof EngineException refused && refused.isNotFound();
  }
}
