package dev.davit.command.context;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.Flag;
import dev.davit.context.ContextMeta;
import dev.davit.context.Contexts;
import dev.davit.context.EndpointOptions;
import dev.davit.opts.KeyValueList;
import dev.davit.text.GoQuote;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** {@code davit context create}: creates a context. Mirrors cli/command/context/create.go. */
public final class ContextCreateCommand implements Command {
  private static final Flag<String> FROM =
      Flag.string("from", "Copy the description and endpoint of this context")
          .completes(Completers.CONTEXT);

  @Override
  public Usage usage() {
    return Usage.exactly(1, "[OPTIONS] CONTEXT");
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(ContextFlags.DESCRIPTION, ContextFlags.DOCKER, FROM);
  }

  @Override
  public int run(CommandContext in) throws IOException {
    Contexts contexts = in.contexts();
    String name = in.args().getFirst();
    contexts.checkNew(name);
    boolean hasEndpoint = in.flags().given(ContextFlags.DOCKER);
    if (hasEndpoint && !in.get(FROM).isEmpty()) {
      throw CommandException.refused("cannot use --docker flag when --from is set");
    }
    if (hasEndpoint) {
      create(in, contexts, name);
    } else {
      copy(in, contexts, in.get(FROM).isEmpty() ? contexts.current() : in.get(FROM), name);
    }
    in.streams().println(name);
    in.streams().error("Successfully created context " + GoQuote.quote(name));
    return ExitCode.SUCCESS;
  }

  private static void create(CommandContext in, Contexts contexts, String name) throws IOException {
    EndpointOptions options =
        EndpointOptions.of(
            KeyValueList.merged(in.get(ContextFlags.DOCKER)), contexts, in.app().cwd().physical());
    contexts
        .stored()
        .put(
            ContextMeta.of(name, options.endpoint())
                .withDescription(in.get(ContextFlags.DESCRIPTION)));
    contexts.stored().tls(name).replace(Map.of(ContextMeta.DOCKER, options.tls()));
  }

  private static void copy(CommandContext in, Contexts contexts, String from, String name)
      throws IOException {
    ContextMeta source = contexts.get(from);
    String description = in.get(ContextFlags.DESCRIPTION);
    contexts
        .stored()
        .put(
            source
                .withName(name)
                .withDescription(description.isEmpty() ? source.description() : description));
    contexts.stored().tls(name).replace(contexts.tls(from));
  }
}
