package dev.davit.command.system;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.CommandNode;
import dev.davit.cli.ExitCode;
import dev.davit.cli.OutputSchemas;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Candidates;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.flags.FlagValues;
import dev.davit.output.OutputSchema;
import dev.davit.text.GoQuote;
import java.io.IOException;
import java.util.List;

/**
 * {@code davit schema}: prints the JSON schema of a command's {@code --output}, or the list of
 * these commands. docker does not have it.
 */
public final class SchemaCommand implements Command {
  private final OutputSchemas schemas;

  public SchemaCommand(CommandNode root) {
    schemas = new OutputSchemas(root);
  }

  @Override
  public Usage usage() {
    return Usage.atLeast(0, "[COMMAND...]").flagsFirst();
  }

  @Override
  public Completer argument(int place, FlagValues given) {
    return typing -> {
      String before = String.join(" ", typing.arguments()) + ' ';
      String prefix = before.isBlank() ? "" : before;
      return Candidates.of(
          schemas.all().keySet().stream()
              .filter(verb -> verb.startsWith(prefix))
              .map(verb -> verb.substring(prefix.length()).split(" ", 2)[0])
              .distinct()
              .toList());
    };
  }

  @Override
  public int run(CommandContext in) throws IOException {
    if (in.args().isEmpty()) {
      in.streams().print(String.join("\n", schemas.all().keySet()) + '\n');
      return ExitCode.SUCCESS;
    }
    String verb = String.join(" ", in.args());
    OutputSchema<?> schema =
        schemas
            .of(List.of(verb.strip().split(" +")))
            .orElseThrow(
                () ->
                    CommandException.refused(
                        "no schema for "
                            + GoQuote.quote(verb)
                            + ": run '"
                            + in.path()
                            + "' for a list of commands with --output"));
    in.streams().print(schema.json());
    return ExitCode.SUCCESS;
  }
}
