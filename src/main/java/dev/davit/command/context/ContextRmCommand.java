package dev.davit.command.context;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagValues;
import dev.davit.command.shared.ForEachTarget;
import dev.davit.context.ContextStore;
import dev.davit.context.Contexts;
import dev.davit.context.EndpointResolver;
import dev.davit.text.GoQuote;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** {@code davit context rm}: removes contexts. Mirrors cli/command/context/remove.go. */
public final class ContextRmCommand implements Command {
  private static final Flag<Boolean> FORCE =
      Flag.bool(
          "force",
          'f',
          "Remove the context even if it is in use, and switch to the default context");

  @Override
  public Usage usage() {
    return Usage.atLeast(1, "CONTEXT [CONTEXT...]");
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(FORCE);
  }

  @Override
  public Completer argument(int place, FlagValues given) {
    return Completers.CONTEXT;
  }

  @Override
  public int run(CommandContext in) throws IOException {
    Contexts contexts = in.contexts();
    List<String> errors = new ArrayList<>();
    for (String name : in.args()) {
      try {
        remove(in, contexts, name);
      } catch (IOException e) {
        errors.add(String.valueOf(e.getMessage()));
        continue;
      }
      in.streams().println(name);
    }
    return ForEachTarget.exitCode(in.streams(), errors);
  }

  private static void remove(CommandContext in, Contexts contexts, String name) throws IOException {
    boolean inUse = name.equals(contexts.current());
    check(name, inUse, in.get(FORCE), contexts.stored());
    if (inUse) {
      in.config().setCurrentContext("");
    }
    contexts.stored().remove(name);
  }

  private static void check(String name, boolean inUse, boolean force, ContextStore stored)
      throws IOException {
    String context = "context " + GoQuote.quote(name);
    if (name.equals(EndpointResolver.DEFAULT_CONTEXT)) {
      throw new IOException(context + " cannot be removed");
    }
    if (inUse && !force) {
      throw new IOException(context + " is in use, set -f flag to force remove");
    }
    if (!force && !stored.has(name)) {
      throw new IOException(context + " does not exist");
    }
  }
}
