package dev.davit.command;

import static dev.davit.cli.CommandNode.command;

import dev.davit.cli.CommandNode;
import dev.davit.command.network.NetworkConnectCommand;
import dev.davit.command.network.NetworkCreateCommand;
import dev.davit.command.network.NetworkDisconnectCommand;
import dev.davit.command.network.NetworkInspectCommand;
import dev.davit.command.network.NetworkLsCommand;
import dev.davit.command.network.NetworkPruneCommand;
import dev.davit.command.network.NetworkRmCommand;
import dev.davit.command.several.ContainerArguments;
import dev.davit.command.several.SeveralEngines;

/** The group {@code network} of the {@link CommandTree}. */
final class NetworkGroup {
  static final CommandNode NODE =
      CommandNode.group(
          "network",
          "Manage networks",
          command(
              "connect",
              "Connect a container to a network",
              () -> SeveralEngines.alone(new NetworkConnectCommand(), ContainerArguments.SECOND)),
          command("create", "Create a network", () -> new NetworkCreateCommand()),
          command(
              "disconnect",
              "Disconnect a container from a network",
              () ->
                  SeveralEngines.alone(new NetworkDisconnectCommand(), ContainerArguments.SECOND)),
          command(
              "inspect", "Show the details of networks as JSON", () -> new NetworkInspectCommand()),
          command("ls", "List networks", () -> new NetworkLsCommand()).alias("list"),
          command(
                  "prune",
                  "Remove unused networks",
                  () -> SeveralEngines.changing(new NetworkPruneCommand()))
              .since(1, 25),
          command("rm", "Remove networks", () -> new NetworkRmCommand()).alias("remove"));

  private NetworkGroup() {}
}
