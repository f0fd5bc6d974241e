package dev.davit.cli;

import java.io.IOException;

/** {@code davit help [COMMAND]}: shows the help of a command or a group. */
final class HelpCommand implements Command {
  private final CommandNode root;

  HelpCommand(CommandNode root) {
    this.root = root;
  }

  @Override
  public Usage usage() {
    return Usage.atLeast(0, "[command]");
  }

  @Override
  public int run(Invocation in) throws IOException {
    HelpStyle style = HelpStyle.of(in.app());
    in.streams().print(HelpText.on(root, in.args(), in.app().name(), style));
    return ExitCode.SUCCESS;
  }
}
