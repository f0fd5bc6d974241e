package dev.davit.command.network;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagValues;
import dev.davit.command.removal.Preview;
import dev.davit.command.removal.Protection;
import dev.davit.command.selection.SelectionFlags;
import dev.davit.resource.ObjectKind;
import java.io.IOException;
import java.util.List;

/**
 * {@code davit network disconnect}: disconnects a container from a network. Mirrors
 * cli/command/network/disconnect.go.
 */
public final class NetworkDisconnectCommand implements Command {
  private static final Flag<Boolean> FORCE =
      Flag.bool("force", 'f', "Disconnect the container even if the engine no longer knows it");

  private static final Flag<Boolean> DRY_RUN =
      Preview.DRY_RUN.variant("List the container that would be disconnected, and change nothing");

  @Override
  public Usage usage() {
    return Usage.exactly(2, "[OPTIONS] NETWORK CONTAINER");
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(DRY_RUN, SelectionFlags.FILTER, FORCE, Preview.QUIET, Protection.UNPROTECT);
  }

  @Override
  public Completer argument(int place, FlagValues given) {
    return place == 0 ? Completer.names(ObjectKind.NETWORK) : Completers.CONNECTED_CONTAINER;
  }

  @Override
  public int run(CommandContext in) throws IOException {
    boolean preview = Preview.isGiven(in);
    Protection protection = Protection.of(in);
    NetworkEndpoint endpoint = NetworkEndpoint.of(in);
    if (preview) {
      return endpoint.preview(protection);
    }
    if (protection.needsObjects()) {
      endpoint.require(protection);
    }
    in.engine().networks().disconnect(endpoint.network(), endpoint.container(), in.get(FORCE));
    return ExitCode.SUCCESS;
  }
}
