package dev.davit.command;

import static dev.davit.cli.CommandNode.command;

import dev.davit.cli.CommandNode;
import dev.davit.command.several.ContainerArguments;
import dev.davit.command.several.SeveralEngines;
import dev.davit.command.system.DialStdioCommand;
import dev.davit.command.system.DiskUsageCommand;
import dev.davit.command.system.EventsCommand;
import dev.davit.command.system.InfoCommand;
import dev.davit.command.system.SystemPruneCommand;

/** The group {@code system} of the {@link CommandTree}. */
final class SystemGroup {
  static final CommandNode NODE =
      CommandNode.group(
          "system",
          "Manage the engine",
          command(
              "df",
              "Show the disk usage of the engine",
              () -> SeveralEngines.reading(new DiskUsageCommand())),
          command(
                  "dial-stdio",
                  "Copy STDIN to the engine, and its answers to STDOUT",
                  () -> new DialStdioCommand())
              .unlisted(),
          command(
                  "events",
                  "Print the engine's events as they happen",
                  () -> SeveralEngines.following(new EventsCommand(), ContainerArguments.NONE))
              .shortcut("events"),
          command(
                  "info",
                  "Show the state and settings of the engine",
                  () -> SeveralEngines.reading(new InfoCommand()))
              .shortcut("info"),
          command(
                  "prune",
                  "Remove unused containers, networks, images and build cache",
                  () -> SeveralEngines.changing(new SystemPruneCommand()))
              .since(1, 25));

  private SystemGroup() {}
}
