package dev.davit.command.context;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagValues;
import dev.davit.context.ContextMeta;
import dev.davit.context.ContextName;
import dev.davit.context.Contexts;
import dev.davit.context.EndpointOptions;
import dev.davit.opts.KeyValueList;
import dev.davit.text.GoQuote;
import java.io.IOException;
import java.util.List;

/** {@code davit context update}: updates a context. Mirrors cli/command/context/update.go. */
public final class ContextUpdateCommand implements Command {
  @Override
  public Usage usage() {
    return Usage.exactly(1, "[OPTIONS] CONTEXT");
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(ContextFlags.DESCRIPTION, ContextFlags.DOCKER);
  }

  @Override
  public Completer argument(int place, FlagValues given) {
    return Completers.CONTEXT;
  }

  @Override
  public int run(CommandContext in) throws IOException {
    Contexts contexts = in.contexts();
    String name = in.args().getFirst();
    ContextName.check(name);
    ContextMeta context = contexts.get(name).withDescription(in.get(ContextFlags.DESCRIPTION));
    if (in.flags().given(ContextFlags.DOCKER)) {
      EndpointOptions options =
          EndpointOptions.of(
              KeyValueList.merged(in.get(ContextFlags.DOCKER)),
              contexts,
              in.app().cwd().physical());
      contexts.stored().put(context.withEndpoint(options.endpoint()));
      contexts.stored().tls(name).replace(ContextMeta.DOCKER, options.tls());
    } else {
      contexts.stored().put(context);
    }
    in.streams().println(name);
    in.streams().error("Successfully updated context " + GoQuote.quote(name));
    return ExitCode.SUCCESS;
  }
}
