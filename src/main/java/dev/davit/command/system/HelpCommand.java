package dev.davit.command.system;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandNode;
import dev.davit.cli.ExitCode;
import dev.davit.cli.HelpStyle;
import dev.davit.cli.HelpText;
import dev.davit.cli.Usage;
import dev.davit.plugin.Plugin;
import java.io.IOException;
import java.util.List;

/** {@code davit help [COMMAND]}: prints the help of a command or a group. */
public final class HelpCommand implements Command {
  private final CommandNode root;

  public HelpCommand(CommandNode root) {
    this.root = root;
  }

  @Override
  public Usage usage() {
    return Usage.atLeast(0, "[command]");
  }

  @Override
  public int run(CommandContext in) throws IOException {
    HelpStyle style = HelpStyle.of(in.app());
    List<Plugin> plugins = in.args().isEmpty() ? in.plugins().list() : List.of();
    in.streams().print(HelpText.on(root, in.args(), plugins, in.app().name(), style));
    return ExitCode.SUCCESS;
  }
}
