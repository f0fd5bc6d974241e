package dev.davit.command;

import static dev.davit.cli.CommandNode.command;
import static dev.davit.cli.CommandNode.group;

import dev.davit.cli.CommandNode;
import dev.davit.command.container.AttachCommand;
import dev.davit.command.container.CommitCommand;
import dev.davit.command.container.CpCommand;
import dev.davit.command.container.CreateCommand;
import dev.davit.command.container.DiffCommand;
import dev.davit.command.container.ExistsCommand;
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
import dev.davit.command.container.WhyCommand;
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
import dev.davit.command.registry.LoginCommand;
import dev.davit.command.registry.LogoutCommand;
import dev.davit.command.registry.SearchCommand;
import dev.davit.command.replace.CloneCommand;
import dev.davit.command.replace.RecreateCommand;
import dev.davit.command.spec.SpecCommand;
import dev.davit.command.spec.SpecDiffCommand;
import dev.davit.command.system.CompletionScriptCommand;
import dev.davit.command.system.HelpCommand;
import dev.davit.command.system.InspectCommand;
import dev.davit.command.system.PingCommand;
import dev.davit.command.system.SchemaCommand;
import dev.davit.command.system.VersionCommand;

/**
 * The tree of all commands, which help, man pages, completion and the parser read. A command's
 * class is loaded when its name is typed; so commands are lambdas, as method references would load
 * the classes of all commands at start.
 */
public final class CommandTree {
  private static final CommandNode COMPLETION =
      group(
          "completion",
          "Print a completion script for a shell",
          command(
              "bash",
              "Print the completion script for bash",
              () -> new CompletionScriptCommand("bash")),
          command(
              "fish",
              "Print the completion script for fish",
              () -> new CompletionScriptCommand("fish")),
          command(
              "powershell",
              "Print the completion script for PowerShell",
              () -> new CompletionScriptCommand("ps1")),
          command(
              "zsh",
              "Print the completion script for zsh",
              () -> new CompletionScriptCommand("zsh")));

  private static final CommandNode CONTAINER =
      group(
          "container",
          "Manage containers",
          command(
                  "attach",
                  "Attach STDIN, STDOUT and STDERR to a running container",
                  () -> new AttachCommand())
              .shortcut("attach"),
          command("clone", "Create a copy of a container", () -> new CloneCommand())
              .shortcut("clone")
              .ours(),
          command("commit", "Create an image from a container's changes", () -> new CommitCommand())
              .shortcut("commit"),
          command(
                  "cp",
                  "Copy files and directories between a container and the client",
                  () -> new CpCommand())
              .shortcut("cp"),
          command("create", "Create a container without starting it", () -> new CreateCommand())
              .shortcut("create"),
          command(
                  "diff",
                  "List changed files and directories in a container",
                  () -> new DiffCommand())
              .shortcut("diff"),
          command("exec", "Run a command in a running container", () -> new ExecCommand())
              .shortcut("exec"),
          command(
                  "exec-create",
                  "Create an exec instance in a running container",
                  () -> new ExecCreateCommand())
              .shortcut("exec-create")
              .ours(),
          command(
                  "exec-inspect",
                  "Show the details of exec instances as JSON",
                  () -> new ExecInspectCommand())
              .shortcut("exec-inspect")
              .ours(),
          command("exec-resize", "Resize the TTY of an exec instance", () -> ResizeCommand.ofExec())
              .shortcut("exec-resize")
              .ours(),
          command(
                  "exec-start",
                  "Start an exec instance created by exec-create",
                  () -> new ExecStartCommand())
              .shortcut("exec-start")
              .ours(),
          command("exists", "Check whether a container exists", () -> new ExistsCommand())
              .shortcut("exists")
              .ours(),
          command(
                  "export",
                  "Write the filesystem of a container as a tar archive",
                  () -> new ExportCommand())
              .shortcut("export"),
          command(
              "inspect",
              "Show the details of containers as JSON",
              () -> InspectCommand.ofContainers()),
          command(
                  "kill",
                  "Kill running containers or send another signal to them",
                  () -> new KillCommand())
              .shortcut("kill"),
          command("logs", "Show the logs of a container", () -> new LogsCommand()).shortcut("logs"),
          command("ls", "List containers", () -> new PsCommand())
              .alias("list", "ps")
              .shortcut("ps"),
          command("pause", "Pause all processes in containers", () -> new PauseCommand())
              .shortcut("pause"),
          command("port", "List the published ports of a container", () -> new PortCommand())
              .shortcut("port"),
          command("prune", "Remove all stopped containers", () -> new PruneCommand()).since(1, 25),
          command(
                  "recreate",
                  "Create containers again, as from newer images",
                  () -> new RecreateCommand())
              .shortcut("recreate")
              .ours(),
          command("rename", "Rename a container", () -> new RenameCommand()).shortcut("rename"),
          command("resize", "Resize the TTY of a container", () -> ResizeCommand.ofContainer())
              .shortcut("resize")
              .ours(),
          command("restart", "Restart containers", () -> new RestartCommand()).shortcut("restart"),
          command("rm", "Remove containers", () -> new RmCommand()).alias("remove").shortcut("rm"),
          command("run", "Create and start a container from an image", () -> new RunCommand())
              .shortcut("run"),
          command(
                  "spec",
                  "Print containers as the command lines that create them again",
                  () -> new SpecCommand())
              .shortcut("spec")
              .ours(),
          command(
                  "spec-diff",
                  "Show how the configurations of two containers differ",
                  () -> new SpecDiffCommand())
              .shortcut("spec-diff")
              .ours(),
          command("start", "Start stopped containers", () -> new StartCommand()).shortcut("start"),
          command(
                  "stat",
                  "Show the type, size and mode of paths in containers",
                  () -> new StatCommand())
              .shortcut("stat")
              .ours(),
          command("stats", "Show the resource usage of containers", () -> new StatsCommand())
              .shortcut("stats"),
          command("stop", "Stop running containers", () -> new StopCommand()).shortcut("stop"),
          command("top", "Show the processes of a container", () -> new TopCommand())
              .shortcut("top"),
          command("unpause", "Resume paused containers", () -> new UnpauseCommand())
              .shortcut("unpause"),
          command(
                  "update",
                  "Update resource limits and restart policy of containers",
                  () -> new UpdateCommand())
              .shortcut("update"),
          command(
                  "wait",
                  "Wait until containers stop and print their exit codes",
                  () -> new WaitCommand())
              .shortcut("wait"),
          command("why", "Explain the state of containers", () -> new WhyCommand())
              .shortcut("why")
              .ours());

  private static final CommandNode CONTEXT =
      group(
          "context",
          "Manage contexts, which name the endpoints of engines",
          command("create", "Create a context for an engine", () -> new ContextCreateCommand()),
          command(
              "export",
              "Export a context with its certificates and keys to a tar archive",
              () -> new ContextExportCommand()),
          command(
              "import",
              "Import a context from an archive that 'context export' wrote",
              () -> new ContextImportCommand()),
          command(
              "inspect", "Show the details of contexts as JSON", () -> new ContextInspectCommand()),
          command("ls", "List contexts", () -> new ContextLsCommand()).alias("list"),
          command("rm", "Remove contexts", () -> new ContextRmCommand()).alias("remove"),
          command("show", "Print the name of the context in use", () -> new ContextShowCommand()),
          command(
              "update",
              "Update the description or endpoint of a context",
              () -> new ContextUpdateCommand()),
          command("use", "Set the current context", () -> new ContextUseCommand()));

  /** The root of the tree: the program. */
  public static final CommandNode ROOT =
      group(
              "davit",
              "Run and manage containers, images and engines",
              COMPLETION,
              CONTAINER,
              CONTEXT,
              BuilderGroup.NODE,
              ImageGroup.NODE,
              NetworkGroup.NODE,
              VolumeGroup.NODE,
              SystemGroup.NODE,
              command(
                  "inspect",
                  "Show the details of containers, images and other objects as JSON",
                  () -> InspectCommand.ofAnything()),
              command(
                  "login",
                  "Log in to a registry and store the credentials",
                  () -> new LoginCommand()),
              command(
                  "logout",
                  "Log out from a registry and remove the stored credentials",
                  () -> new LogoutCommand()),
              command(
                      "ping",
                      "Check that the engine responds, and measure its response time",
                      () -> new PingCommand())
                  .ours(),
              command(
                      "schema",
                      "Print the JSON schema of a command's output for programs",
                      () -> new SchemaCommand(CommandTree.ROOT))
                  .ours(),
              command("search", "Search a registry for images", () -> new SearchCommand()),
              command(
                  "version",
                  "Show the versions of davit and the engine",
                  () -> new VersionCommand()),
              command("help", "Show the help of a command", () -> new HelpCommand(CommandTree.ROOT))
                  .unlisted())
          .missing(
              "bake",
              "checkpoint",
              "config",
              "manifest",
              "node",
              "plugin",
              "secret",
              "service",
              "stack",
              "swarm",
              "trust");

  private CommandTree() {}
}
