package dev.davit.command.context;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.FlagValues;
import dev.davit.context.ContextName;
import dev.davit.context.EndpointResolver;
import dev.davit.text.GoQuote;
import java.io.IOException;

/** {@code davit context use}: sets the current context. Mirrors cli/command/context/use.go. */
public final class ContextUseCommand implements Command {
  @Override
  public Usage usage() {
    return Usage.atLeast(0, "CONTEXT"); // run() checks the number, with docker's message
  }

  @Override
  public Completer argument(int place, FlagValues given) {
    return place == 0 ? Completers.CONTEXT : Completers.NOTHING;
  }

  @Override
  public int run(CommandContext in) throws IOException {
    if (in.args().size() != 1) {
      throw CommandException.refused("accepts 1 arg(s), received " + in.args().size());
    }
    String name = in.args().getFirst();
    boolean isDefault = name.equals(EndpointResolver.DEFAULT_CONTEXT);
    if (!isDefault) {
      ContextName.check(name);
      in.contexts().get(name);
    }
    in.config().setCurrentContext(isDefault ? "" : name);
    in.streams().println(name);
    in.streams().error("Current context is now " + GoQuote.quote(name));
    if (!isDefault && !in.app().env().getOrDefault("DOCKER_HOST", "").isEmpty()) {
      in.streams().error(OverriddenContext.warning(GoQuote.quote(name)));
    }
    return ExitCode.SUCCESS;
  }
}
