package dev.davit.command;

import static dev.davit.cli.CommandNode.command;
import static dev.davit.cli.CommandNode.group;

import dev.davit.cli.CommandNode;
import dev.davit.command.context.ContextCreateCommand;
import dev.davit.command.context.ContextExportCommand;
import dev.davit.command.context.ContextImportCommand;
import dev.davit.command.context.ContextInspectCommand;
import dev.davit.command.context.ContextLsCommand;
import dev.davit.command.context.ContextRmCommand;
import dev.davit.command.context.ContextShowCommand;
import dev.davit.command.context.ContextUpdateCommand;
import dev.davit.command.context.ContextUseCommand;
import dev.davit.command.job.OnSwarm;
import dev.davit.command.job.RerunCommand;
import dev.davit.command.registry.LoginCommand;
import dev.davit.command.registry.LogoutCommand;
import dev.davit.command.registry.SearchCommand;
import dev.davit.command.several.ContainerArguments;
import dev.davit.command.several.SeveralEngines;
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
              ContainerGroup.NODE,
              CONTEXT,
              BuilderGroup.NODE,
              ImageGroup.NODE,
              NetworkGroup.NODE,
              VolumeGroup.NODE,
              SystemGroup.NODE,
              command(
                  "inspect",
                  "Show the details of containers, images and other objects as JSON",
                  () ->
                      SeveralEngines.reading(
                          OnSwarm.inspect(InspectCommand.ofAnything()),
                          ContainerArguments.OBJECTS)),
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
              command("rerun", "Run a job on a swarm again", () -> new RerunCommand()).ours(),
              command(
                      "schema",
                      "Print the JSON schema of a command's output for programs",
                      () -> new SchemaCommand(CommandTree.ROOT))
                  .ours(),
              command("search", "Search a registry for images", () -> new SearchCommand()),
              command(
                  "version",
                  "Show the versions of davit and the engine",
                  () -> SeveralEngines.reading(new VersionCommand())),
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
