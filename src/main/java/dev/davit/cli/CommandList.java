package dev.davit.cli;

import dev.davit.cli.command.AttachCommand;
import dev.davit.cli.command.CommitCommand;
import dev.davit.cli.command.ContextCreateCommand;
import dev.davit.cli.command.ContextExportCommand;
import dev.davit.cli.command.ContextImportCommand;
import dev.davit.cli.command.ContextInspectCommand;
import dev.davit.cli.command.ContextLsCommand;
import dev.davit.cli.command.ContextRmCommand;
import dev.davit.cli.command.ContextShowCommand;
import dev.davit.cli.command.ContextUpdateCommand;
import dev.davit.cli.command.ContextUseCommand;
import dev.davit.cli.command.CpCommand;
import dev.davit.cli.command.CreateCommand;
import dev.davit.cli.command.DiffCommand;
import dev.davit.cli.command.ExecCommand;
import dev.davit.cli.command.ExecCreateCommand;
import dev.davit.cli.command.ExecInspectCommand;
import dev.davit.cli.command.ExecStartCommand;
import dev.davit.cli.command.ExportCommand;
import dev.davit.cli.command.InspectCommand;
import dev.davit.cli.command.KillCommand;
import dev.davit.cli.command.LogsCommand;
import dev.davit.cli.command.PauseCommand;
import dev.davit.cli.command.PingCommand;
import dev.davit.cli.command.PortCommand;
import dev.davit.cli.command.PruneCommand;
import dev.davit.cli.command.PsCommand;
import dev.davit.cli.command.RenameCommand;
import dev.davit.cli.command.ResizeCommand;
import dev.davit.cli.command.RestartCommand;
import dev.davit.cli.command.RmCommand;
import dev.davit.cli.command.RunCommand;
import dev.davit.cli.command.StartCommand;
import dev.davit.cli.command.StatCommand;
import dev.davit.cli.command.StatsCommand;
import dev.davit.cli.command.StopCommand;
import dev.davit.cli.command.TopCommand;
import dev.davit.cli.command.UnpauseCommand;
import dev.davit.cli.command.UpdateCommand;
import dev.davit.cli.command.VersionCommand;
import dev.davit.cli.command.WaitCommand;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Every command by name: below {@code davit}, below {@code davit container} or both, or below
 * {@code davit context}, exactly as docker has them. A command's class is loaded when its name is
 * typed: hence lambdas, as method references would load it at once.
 */
final class CommandList {
  /** What commands stand below. */
  enum Group {
    PROGRAM("", "Containers, as docker runs them, and then some"),
    CONTAINER("container", "All that can be done with containers"),
    CONTEXT("context", "Engines by name, and which of them is used");

    final String title;
    final String summary;

    Group(String title, String summary) {
      this.title = title;
      this.summary = summary;
    }

    /** Those that are typed. */
    static List<Group> named() {
      return List.of(CONTAINER, CONTEXT);
    }

    static Optional<Group> named(String typed) {
      return named().stream().filter(group -> group.title.equals(typed)).findFirst();
    }

    /** How it is typed: {@code davit context}. */
    String path(String program) {
      return title.isEmpty() ? program : program + ' ' + title;
    }
  }

  private static final List<Group> TOP = List.of(Group.PROGRAM);
  private static final List<Group> CONTAINER = List.of(Group.CONTAINER);
  private static final List<Group> BOTH = List.of(Group.CONTAINER, Group.PROGRAM);
  private static final List<Group> CONTEXT = List.of(Group.CONTEXT);

  /**
   * A command that can be typed.
   *
   * @param aliases other names
   */
  record Entry(
      String name,
      List<String> aliases,
      List<Group> groups,
      String summary,
      Supplier<Command> command) {

    boolean isIn(Group group) {
      return groups.contains(group);
    }

    boolean answersTo(String typed, Group group) {
      return isIn(group) && (name.equals(typed) || aliases.contains(typed));
    }
  }

  static final List<Entry> ALL =
      List.of(
          entry(
              "attach", BOTH, "Join our streams to a running container", () -> new AttachCommand()),
          entry(
              "commit",
              BOTH,
              "Make an image of what a container has become",
              () -> new CommitCommand()),
          entry("cp", BOTH, "Copy files between here and a container", () -> new CpCommand()),
          entry("create", BOTH, "Make a container without starting it", () -> new CreateCommand()),
          entry(
              "diff",
              BOTH,
              "Show what a container has changed in its files",
              () -> new DiffCommand()),
          entry(
              "exec",
              BOTH,
              "Run a command in a container that is running",
              () -> new ExecCommand()),
          entry(
              "exec-create",
              BOTH,
              "Prepare a command in a container, for exec-start",
              () -> new ExecCreateCommand()),
          entry(
              "exec-inspect",
              BOTH,
              "Show everything the engine knows of execs",
              () -> new ExecInspectCommand()),
          entry(
              "exec-resize",
              BOTH,
              "Give the terminal of an exec another size",
              () -> ResizeCommand.ofExec()),
          entry(
              "exec-start",
              BOTH,
              "Run what exec-create has prepared",
              () -> new ExecStartCommand()),
          entry(
              "export",
              BOTH,
              "Write a container's files as a tar archive",
              () -> new ExportCommand()),
          entry(
              "inspect",
              TOP,
              "Show everything the engine knows of containers and images",
              () -> InspectCommand.ofAnything()),
          entry(
              "inspect",
              CONTAINER,
              "Show everything the engine knows of containers",
              () -> InspectCommand.ofContainers()),
          entry("kill", BOTH, "Send containers a signal, by default KILL", () -> new KillCommand()),
          entry("logs", BOTH, "Show what a container has written", () -> new LogsCommand()),
          new Entry(
              "ls", List.of("list", "ps"), CONTAINER, "List containers", () -> new PsCommand()),
          entry("pause", BOTH, "Freeze all processes of containers", () -> new PauseCommand()),
          entry(
              "ping",
              TOP,
              "Ask the engine whether it is there, and how fast",
              () -> new PingCommand()),
          entry(
              "port",
              BOTH,
              "Show where a container's ports are published",
              () -> new PortCommand()),
          entry(
              "prune", CONTAINER, "Remove all containers that don't run", () -> new PruneCommand()),
          entry("ps", TOP, "List containers", () -> new PsCommand()),
          entry("rename", BOTH, "Give a container another name", () -> new RenameCommand()),
          entry(
              "resize",
              BOTH,
              "Give the terminal of a container another size",
              () -> ResizeCommand.ofContainer()),
          entry(
              "restart", BOTH, "Stop containers and start them again", () -> new RestartCommand()),
          new Entry("rm", List.of("remove"), BOTH, "Remove containers", () -> new RmCommand()),
          entry("run", BOTH, "Make a container of an image and start it", () -> new RunCommand()),
          entry("start", BOTH, "Start containers that are stopped", () -> new StartCommand()),
          entry("stat", BOTH, "Show what paths in containers are", () -> new StatCommand()),
          entry("stats", BOTH, "Show what containers use", () -> new StatsCommand()),
          entry("stop", BOTH, "Stop containers that are running", () -> new StopCommand()),
          entry("top", BOTH, "Show the processes of a container", () -> new TopCommand()),
          entry("unpause", BOTH, "Let frozen containers go on", () -> new UnpauseCommand()),
          entry("update", BOTH, "Change the limits of containers", () -> new UpdateCommand()),
          entry(
              "version",
              TOP,
              "Show the versions of davit and the engine",
              () -> new VersionCommand()),
          entry(
              "wait",
              BOTH,
              "Wait until containers stop and print their exit codes",
              () -> new WaitCommand()),
          entry("create", CONTEXT, "Give an engine a name", () -> new ContextCreateCommand()),
          entry(
              "export",
              CONTEXT,
              "Write a context to a file, certificates and keys included",
              () -> new ContextExportCommand()),
          entry(
              "import",
              CONTEXT,
              "Make a context from a file that was exported",
              () -> new ContextImportCommand()),
          entry(
              "inspect",
              CONTEXT,
              "Show everything about contexts",
              () -> new ContextInspectCommand()),
          new Entry("ls", List.of("list"), CONTEXT, "List contexts", () -> new ContextLsCommand()),
          new Entry(
              "rm", List.of("remove"), CONTEXT, "Remove contexts", () -> new ContextRmCommand()),
          entry("show", CONTEXT, "Print which context is used", () -> new ContextShowCommand()),
          entry("update", CONTEXT, "Change a context", () -> new ContextUpdateCommand()),
          entry("use", CONTEXT, "Use a context from now on", () -> new ContextUseCommand()));

  /** docker's commands, all right below the program, that davit doesn't have. */
  private static final Set<String> DOCKERS =
      Set.of(
          ("build builder buildx checkpoint compose config"
                  + " events history image images import info load login logout"
                  + " manifest network node plugin pull push rmi save search secret service"
                  + " stack swarm system tag trust volume")
              .split(" "));

  private CommandList() {}

  private static Entry entry(
      String name, List<Group> groups, String summary, Supplier<Command> command) {
    return new Entry(name, List.of(), groups, summary, command);
  }

  static Optional<Entry> find(String name, Group group) {
    return ALL.stream().filter(entry -> entry.answersTo(name, group)).findFirst();
  }

  /** What a command below {@code container} is called right below the program. */
  static String topLevelName(Entry entry) {
    return entry.name().equals("ls") ? "ps" : entry.name();
  }

  /** Whether docker has a command of this name that davit hasn't. */
  static boolean isDockers(String name, Group group) {
    return group == Group.PROGRAM && DOCKERS.contains(name);
  }
}
