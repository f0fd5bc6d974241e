package dev.davit.command.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Usage;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagValues;
import dev.davit.text.GoQuote;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;

/**
 * {@code davit completion SHELL}: prints the script of {@code completions} for a shell, for the
 * program's name.
 */
public final class CompletionScriptCommand implements Command {
  private static final Flag<Boolean> NO_DESCRIPTIONS =
      Flag.bool("no-descriptions", "Complete without descriptions");

  private final String suffix;

  /**
   * Creates the command for a shell.
   *
   * @param suffix the suffix of the script's name
   */
  public CompletionScriptCommand(String suffix) {
    this.suffix = suffix;
  }

  @Override
  public Usage usage() {
    return Usage.exactly(0, suffix.equals("bash") ? "" : "[flags]");
  }

  /**
   * Accepts arguments, as docker's message about them is another one than that of its own commands.
   */
  @Override
  public boolean accepts(int arguments, FlagValues given) {
    return true;
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(NO_DESCRIPTIONS);
  }

  @Override
  public int run(CommandContext in) throws IOException {
    if (!in.args().isEmpty()) {
      throw CommandException.refused(
          "unknown command "
              + GoQuote.quote(in.args().getFirst())
              + " for "
              + GoQuote.quote(in.path()));
    }
    String script = script().replace("davit", in.app().name());
    in.streams()
        .print(
            in.get(NO_DESCRIPTIONS)
                ? script.replace(" __complete ", " __completeNoDesc ")
                : script);
    return ExitCode.SUCCESS;
  }

  private String script() throws IOException {
    String file = "/dev/davit/completions/davit." + suffix;
    try (InputStream in = CompletionScriptCommand.class.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
    }
  }
}
