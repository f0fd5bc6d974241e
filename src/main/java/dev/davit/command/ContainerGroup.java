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
import dev.davit.command.container.LogsFlags;
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
import dev.davit.command.exec.ExecCommand;
import dev.davit.command.exec.ExecCreateCommand;
import dev.davit.command.exec.ExecInspectCommand;
import dev.davit.command.exec.ExecStartCommand;
import dev.davit.command.exec.ResizeCommand;
import dev.davit.command.job.OnSwarm;
import dev.davit.command.replace.CloneCommand;
import dev.davit.command.replace.RecreateCommand;
import dev.davit.command.several.ContainerArguments;
import dev.davit.command.several.SeveralEngines;
import dev.davit.command.spec.SpecCommand;
import dev.davit.command.spec.SpecDiffCommand;
import dev.davit.command.system.InspectCommand;

/** The group {@code container} of the {@link CommandTree}. */
final class ContainerGroup {
  static final CommandNode NODE =
      group(
          "container",
          "Manage containers",
          command(
                  "attach",
                  "Attach STDIN, STDOUT and STDERR to a running container",
                  () -> SeveralEngines.alone(new AttachCommand()))
              .shortcut("attach"),
          command(
                  "clone",
                  "Create a copy of a container",
                  () -> SeveralEngines.alone(new CloneCommand()))
              .shortcut("clone")
              .ours(),
          command(
                  "commit",
                  "Create an image from a container's changes",
                  () -> SeveralEngines.alone(new CommitCommand()))
              .shortcut("commit"),
          command(
                  "cp",
                  "Copy files and directories between a container and the client",
                  () -> SeveralEngines.transferring(new CpCommand(), ContainerArguments.PATHS))
              .shortcut("cp"),
          command("create", "Create a container without starting it", () -> new CreateCommand())
              .shortcut("create"),
          command(
                  "diff",
                  "List changed files and directories in a container",
                  () -> SeveralEngines.alone(new DiffCommand()))
              .shortcut("diff"),
          command(
                  "exec",
                  "Run a command in a running container",
                  () -> SeveralEngines.transferring(new ExecCommand(), ContainerArguments.FIRST))
              .shortcut("exec"),
          command(
                  "exec-create",
                  "Create an exec instance in a running container",
                  () -> SeveralEngines.alone(new ExecCreateCommand()))
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
          command(
                  "exists",
                  "Check whether a container exists",
                  () -> SeveralEngines.alone(new ExistsCommand(), ContainerArguments.FIRST))
              .shortcut("exists")
              .ours(),
          command(
                  "export",
                  "Write the filesystem of a container as a tar archive",
                  () -> SeveralEngines.alone(new ExportCommand()))
              .shortcut("export"),
          command(
              "inspect",
              "Show the details of containers as JSON",
              () ->
                  SeveralEngines.reading(
                      OnSwarm.inspect(InspectCommand.ofContainers()), ContainerArguments.ALL)),
          command(
                  "kill",
                  "Kill running containers or send another signal to them",
                  () -> SeveralEngines.naming(new KillCommand()))
              .shortcut("kill"),
          command(
                  "logs",
                  "Show the logs of a container",
                  () ->
                      SeveralEngines.following(
                          OnSwarm.logs(new LogsCommand()),
                          ContainerArguments.ALL,
                          LogsFlags::isEnding))
              .shortcut("logs"),
          command(
                  "ls",
                  "List containers",
                  () -> SeveralEngines.reading(OnSwarm.ps(new PsCommand())))
              .alias("list", "ps")
              .shortcut("ps"),
          command(
                  "pause",
                  "Pause all processes in containers",
                  () -> SeveralEngines.alone(new PauseCommand()))
              .shortcut("pause"),
          command(
                  "port",
                  "List the published ports of a container",
                  () -> SeveralEngines.alone(new PortCommand()))
              .shortcut("port"),
          command(
                  "prune",
                  "Remove all stopped containers",
                  () -> SeveralEngines.changing(new PruneCommand()))
              .since(1, 25),
          command(
                  "recreate",
                  "Create containers again, as from newer images",
                  () -> SeveralEngines.alone(new RecreateCommand()))
              .shortcut("recreate")
              .ours(),
          command("rename", "Rename a container", () -> SeveralEngines.alone(new RenameCommand()))
              .shortcut("rename"),
          command(
                  "resize",
                  "Resize the TTY of a container",
                  () -> SeveralEngines.alone(ResizeCommand.ofContainer(), ContainerArguments.FIRST))
              .shortcut("resize")
              .ours(),
          command(
                  "restart",
                  "Restart containers",
                  () -> SeveralEngines.naming(new RestartCommand()))
              .shortcut("restart"),
          command(
                  "rm",
                  "Remove containers",
                  () -> SeveralEngines.naming(OnSwarm.rm(new RmCommand())))
              .alias("remove")
              .shortcut("rm"),
          command(
                  "run",
                  "Create and start a container from an image",
                  () -> OnSwarm.run(new RunCommand()))
              .shortcut("run"),
          command(
                  "spec",
                  "Print containers as the command lines that create them again",
                  () -> SeveralEngines.alone(new SpecCommand()))
              .shortcut("spec")
              .ours(),
          command(
                  "spec-diff",
                  "Show how the configurations of two containers differ",
                  () -> new SpecDiffCommand())
              .shortcut("spec-diff")
              .ours(),
          command(
                  "start",
                  "Start stopped containers",
                  () -> SeveralEngines.naming(new StartCommand()))
              .shortcut("start"),
          command(
                  "stat",
                  "Show the type, size and mode of paths in containers",
                  () -> SeveralEngines.alone(new StatCommand(), ContainerArguments.PATHS))
              .shortcut("stat")
              .ours(),
          command(
                  "stats",
                  "Show the resource usage of containers",
                  () -> SeveralEngines.following(new StatsCommand(), ContainerArguments.ALL))
              .shortcut("stats"),
          command("stop", "Stop running containers", () -> SeveralEngines.naming(new StopCommand()))
              .shortcut("stop"),
          command(
                  "top",
                  "Show the processes of a container",
                  () -> SeveralEngines.reading(new TopCommand(), ContainerArguments.FIRST))
              .shortcut("top"),
          command(
                  "unpause",
                  "Resume paused containers",
                  () -> SeveralEngines.alone(new UnpauseCommand()))
              .shortcut("unpause"),
          command(
                  "update",
                  "Update resource limits and restart policy of containers",
                  () -> SeveralEngines.alone(new UpdateCommand()))
              .shortcut("update"),
          command(
                  "wait",
                  "Wait until containers stop and print their exit codes",
                  () ->
                      SeveralEngines.alone(
                          OnSwarm.await(new WaitCommand()), ContainerArguments.ALL))
              .shortcut("wait"),
          command(
                  "why",
                  "Explain the state of containers",
                  () -> SeveralEngines.alone(new WhyCommand()))
              .shortcut("why")
              .ours());

  private ContainerGroup() {}
}
