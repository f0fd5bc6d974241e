package dev.davit.command;

import static dev.davit.cli.CommandNode.command;
import static dev.davit.cli.CommandNode.group;

import dev.davit.cli.CommandNode;
import dev.davit.command.container.AttachCommand;
import dev.davit.command.container.CommitCommand;
import dev.davit.command.container.CpCommand;
import dev.davit.command.container.CreateCommand;
import dev.davit.command.container.DiffCommand;
import dev.davit.command.container.ExportCommand;
import dev.davit.command.container.KillCommand;
import dev.davit.command.container.LogsCommand;
import dev.davit.command.container.PauseCommand;
import dev.davit.command.container.PortCommand;
import dev.davit.command.container.PruneCommand;
import dev.davit.command.container.PsCommand;
import dev.davit.command.container.RenameCommand;
import dev.davit.command.container.RestartCommand;
import dev.davit.command.container.RmCommand;
import dev.davit.command.container.RunCommand;
import dev.davit.command.container.StartCommand;
import dev.davit.command.container.StatCommand;
import dev.davit.command.container.StatsCommand;
import dev.davit.command.container.StopCommand;
import dev.davit.command.container.TopCommand;
import dev.davit.command.container.UnpauseCommand;
import dev.davit.command.container.UpdateCommand;
import dev.davit.command.container.WaitCommand;
import dev.davit.command.context.ContextCreateCommand;
import dev.davit.command.context.ContextExportCommand;
import dev.davit.command.context.ContextImportCommand;
import dev.davit.command.context.ContextInspectCommand;
import dev.davit.command.context.ContextLsCommand;
import dev.davit.command.context.ContextRmCommand;
import dev.davit.command.context.ContextShowCommand;
import dev.davit.command.context.ContextUpdateCommand;
import dev.davit.command.context.ContextUseCommand;
import dev.davit.command.exec.ExecCommand;
import dev.davit.command.exec.ExecCreateCommand;
import dev.davit.command.exec.ExecInspectCommand;
import dev.davit.command.exec.ExecStartCommand;
import dev.davit.command.exec.ResizeCommand;
import dev.davit.command.system.HelpCommand;
import dev.davit.command.system.InspectCommand;
import dev.davit.command.system.PingCommand;
import dev.davit.command.system.VersionCommand;

/**
 * The tree of all commands, as docker has them: the one list of them that help, man pages,
 * completion and the parser read. A command's class is loaded when its name is typed: hence
 * lambdas, as method references would load it at once.
 */
public final class CommandTree {
  private static final CommandNode CONTAINER =
      group(
          "container",
          "All that can be done with containers",
          command("attach", "Join our streams to a running container", () -> new AttachCommand())
              .shortcut("attach"),
          command(
                  "commit",
                  "Make an image of what a container has become",
                  () -> new CommitCommand())
              .shortcut("commit"),
          command("cp", "Copy files between here and a container", () -> new CpCommand())
              .shortcut("cp"),
          command("create", "Make a container without starting it", () -> new CreateCommand())
              .shortcut("create"),
          command("diff", "Show what a container has changed in its files", () -> new DiffCommand())
              .shortcut("diff"),
          command("exec", "Run a command in a container that is running", () -> new ExecCommand())
              .shortcut("exec"),
          command(
                  "exec-create",
                  "Prepare a command in a container, for exec-start",
                  () -> new ExecCreateCommand())
              .shortcut("exec-create")
              .ours(),
          command(
                  "exec-inspect",
                  "Show everything the engine knows of execs",
                  () -> new ExecInspectCommand())
              .shortcut("exec-inspect")
              .ours(),
          command(
                  "exec-resize",
                  "Give the terminal of an exec another size",
                  () -> ResizeCommand.ofExec())
              .shortcut("exec-resize")
              .ours(),
          command("exec-start", "Run what exec-create has prepared", () -> new ExecStartCommand())
              .shortcut("exec-start")
              .ours(),
          command("export", "Write a container's files as a tar archive", () -> new ExportCommand())
              .shortcut("export"),
          command(
              "inspect",
              "Show everything the engine knows of containers",
              () -> InspectCommand.ofContainers()),
          command("kill", "Send containers a signal, by default KILL", () -> new KillCommand())
              .shortcut("kill"),
          command("logs", "Show what a container has written", () -> new LogsCommand())
              .shortcut("logs"),
          command("ls", "List containers", () -> new PsCommand())
              .alias("list", "ps")
              .shortcut("ps"),
          command("pause", "Freeze all processes of containers", () -> new PauseCommand())
              .shortcut("pause"),
          command("port", "Show where a container's ports are published", () -> new PortCommand())
              .shortcut("port"),
          command("prune", "Remove all containers that don't run", () -> new PruneCommand())
              .since(1, 25),
          command("rename", "Give a container another name", () -> new RenameCommand())
              .shortcut("rename"),
          command(
                  "resize",
                  "Give the terminal of a container another size",
                  () -> ResizeCommand.ofContainer())
              .shortcut("resize")
              .ours(),
          command("restart", "Stop containers and start them again", () -> new RestartCommand())
              .shortcut("restart"),
          command("rm", "Remove containers", () -> new RmCommand()).alias("remove").shortcut("rm"),
          command("run", "Make a container of an image and start it", () -> new RunCommand())
              .shortcut("run"),
          command("start", "Start containers that are stopped", () -> new StartCommand())
              .shortcut("start"),
          command("stat", "Show what paths in containers are", () -> new StatCommand())
              .shortcut("stat")
              .ours(),
          command("stats", "Show what containers use", () -> new StatsCommand()).shortcut("stats"),
          command("stop", "Stop containers that are running", () -> new StopCommand())
              .shortcut("stop"),
          command("top", "Show the processes of a container", () -> new TopCommand())
              .shortcut("top"),
          command("unpause", "Let frozen containers go on", () -> new UnpauseCommand())
              .shortcut("unpause"),
          command("update", "Change the limits of containers", () -> new UpdateCommand())
              .shortcut("update"),
          command(
                  "wait",
                  "Wait until containers stop and print their exit codes",
                  () -> new WaitCommand())
              .shortcut("wait"));

  private static final CommandNode CONTEXT =
      group(
          "context",
          "Engines by name, and which of them is used",
          command("create", "Give an engine a name", () -> new ContextCreateCommand()),
          command(
              "export",
              "Write a context to a file, certificates and keys included",
              () -> new ContextExportCommand()),
          command(
              "import",
              "Make a context from a file that was exported",
              () -> new ContextImportCommand()),
          command("inspect", "Show everything about contexts", () -> new ContextInspectCommand()),
          command("ls", "List contexts", () -> new ContextLsCommand()).alias("list"),
          command("rm", "Remove contexts", () -> new ContextRmCommand()).alias("remove"),
          command("show", "Print which context is used", () -> new ContextShowCommand()),
          command("update", "Change a context", () -> new ContextUpdateCommand()),
          command("use", "Use a context from now on", () -> new ContextUseCommand()));

  /** The program itself. */
  public static final CommandNode ROOT =
      group(
              "davit",
              "Containers, as docker runs them, and then some",
              CONTAINER,
              CONTEXT,
              command(
                  "inspect",
                  "Show everything the engine knows of containers and images",
                  () -> InspectCommand.ofAnything()),
              command(
                      "ping",
                      "Ask the engine whether it is there, and how fast",
                      () -> new PingCommand())
                  .ours(),
              command(
                  "version",
                  "Show the versions of davit and the engine",
                  () -> new VersionCommand()),
              command("help", "Help on a command", () -> new HelpCommand(CommandTree.ROOT))
                  .unlisted())
          .missing(
              "build",
              "builder",
              "buildx",
              "checkpoint",
              "compose",
              "config",
              "events",
              "history",
              "image",
              "images",
              "import",
              "info",
              "load",
              "login",
              "logout",
              "manifest",
              "network",
              "node",
              "plugin",
              "pull",
              "push",
              "rmi",
              "save",
              "search",
              "secret",
              "service",
              "stack",
              "swarm",
              "system",
              "tag",
              "trust",
              "volume");

  private CommandTree() {}
}
