package dev.davit.cli;

import static dev.davit.cli.CommandList.Place.BOTH;
import static dev.davit.cli.CommandList.Place.CONTAINER;
import static dev.davit.cli.CommandList.Place.TOP;

import dev.davit.cli.command.AttachCommand;
import dev.davit.cli.command.CpCommand;
import dev.davit.cli.command.CreateCommand;
import dev.davit.cli.command.DiffCommand;
import dev.davit.cli.command.ExecCommand;
import dev.davit.cli.command.InspectCommand;
import dev.davit.cli.command.KillCommand;
import dev.davit.cli.command.LogsCommand;
import dev.davit.cli.command.PauseCommand;
import dev.davit.cli.command.PingCommand;
import dev.davit.cli.command.PortCommand;
import dev.davit.cli.command.PruneCommand;
import dev.davit.cli.command.PsCommand;
import dev.davit.cli.command.RenameCommand;
import dev.davit.cli.command.RestartCommand;
import dev.davit.cli.command.RmCommand;
import dev.davit.cli.command.RunCommand;
import dev.davit.cli.command.StartCommand;
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
 * Every command by name: below {@code davit}, below {@code davit container}, or both, exactly as
 * docker has them. A command's class is loaded when its name is typed: hence lambdas, as method
 * references would load it at once.
 */
final class CommandList {
  /** Where a command stands. */
  enum Place {
    TOP,
    CONTAINER,
    BOTH
  }

  /**
   * A command that can be typed.
   *
   * @param aliases other names
   */
  record Entry(
      String name, List<String> aliases, Place place, String summary, Supplier<Command> command) {

    boolean isAt(boolean container) {
      return place == BOTH || place == (container ? CONTAINER : TOP);
    }

    boolean answersTo(String typed, boolean container) {
      return isAt(container) && (name.equals(typed) || aliases.contains(typed));
    }
  }

  static final List<Entry> ALL =
      List.of(
          entry(
              "attach", BOTH, "Join our streams to a running container", () -> new AttachCommand()),
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
              "restart", BOTH, "Stop containers and start them again", () -> new RestartCommand()),
          new Entry("rm", List.of("remove"), BOTH, "Remove containers", () -> new RmCommand()),
          entry("run", BOTH, "Make a container of an image and start it", () -> new RunCommand()),
          entry("start", BOTH, "Start containers that are stopped", () -> new StartCommand()),
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
              () -> new WaitCommand()));

  /** docker's commands that davit doesn't have. */
  private static final Set<String> DOCKERS =
      Set.of(
          ("build builder buildx checkpoint commit compose config context"
                  + " events export history image images import info load login logout"
                  + " manifest network node plugin pull push rmi save search secret service"
                  + " stack swarm system tag trust volume")
              .split(" "));

  /** Those of them below {@code container}. */
  private static final Set<String> DOCKERS_OF_CONTAINERS = Set.of("commit", "export");

  private CommandList() {}

  private static Entry entry(String name, Place place, String summary, Supplier<Command> command) {
    return new Entry(name, List.of(), place, summary, command);
  }

  static Optional<Entry> find(String name, boolean container) {
    return ALL.stream().filter(entry -> entry.answersTo(name, container)).findFirst();
  }

  /** What a command below {@code container} is called right below the program. */
  static String topLevelName(Entry entry) {
    return entry.name().equals("ls") ? "ps" : entry.name();
  }

  /** Whether docker has a command of this name that davit hasn't. */
  static boolean isDockers(String name, boolean container) {
    return (container ? DOCKERS_OF_CONTAINERS : DOCKERS).contains(name);
  }
}
