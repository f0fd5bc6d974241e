package dev.davit.command.network;

import dev.davit.cli.CommandContext;
import dev.davit.cli.ExitCode;
import dev.davit.command.removal.Preview;
import dev.davit.command.removal.Protection;
import dev.davit.command.selection.ContainerChange;
import dev.davit.command.selection.SingleContainer;
import dev.davit.engine.http.EngineException;
import dev.davit.engine.model.NetworkSummary;
import java.io.IOException;
import java.util.List;

/**
 * The network and the container that a command line connects or disconnects.
 *
 * @param container the name or ID as typed, or the name of the selected container
 */
record NetworkEndpoint(CommandContext in, String network, String container) {
  /**
   * Returns the network and the container of a command line, in this order.
   *
   * @throws dev.davit.cli.CommandException if a selector matches no container, or several
   */
  static NetworkEndpoint of(CommandContext in) throws IOException {
    String container = SingleContainer.name(in, in.args().getLast());
    return new NetworkEndpoint(in, in.args().getFirst(), container);
  }

  /**
   * Checks both; what does not exist is left to the command's request.
   *
   * @throws dev.davit.cli.CommandException if one is protected
   */
  void require(Protection protection) throws IOException {
    try {
      allows(protection, in.engine().networks().inspect(network));
    } catch (EngineException e) {
      if (!e.isNotFound()) {
        throw e; // the network may be protected
      }
    }
    ContainerChange.require(in, protection, container);
  }

  private boolean allows(Protection protection, NetworkSummary found) {
    return protection.allows("network", network, List.of(found.name()), found.labels());
  }

  /** Prints the container, without a check; returns the exit code. */
  int preview() throws IOException {
    in.engine().networks().inspect(network); // fails if it does not exist
    return ContainerChange.preview(in, List.of(container), null);
  }

  /** Prints the container unless one of both is protected; returns the exit code. */
  int preview(Protection protection) throws IOException {
    boolean allowed = allows(protection, in.engine().networks().inspect(network));
    return allowed || !in.get(Preview.QUIET)
        ? ContainerChange.preview(in, List.of(container), protection)
        : protection.end(in, ExitCode.SUCCESS);
  }
}
