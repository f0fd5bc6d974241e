package dev.davit.command.context;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagValues;
import dev.davit.command.removal.Preview;
import dev.davit.command.removal.Protection;
import dev.davit.command.shared.ForEachTarget;
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

  private static final Flag<Boolean> DRY_RUN =
      Preview.DRY_RUN.variant("List the contexts that would be removed, and remove nothing");

  @Override
  public Usage usage() {
    return Usage.atLeast(1, "CONTEXT [CONTEXT...]");
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(DRY_RUN, FORCE, Preview.QUIET, Protection.UNPROTECT);
  }

  @Override
  public Completer argument(int place, FlagValues given) {
    return Completers.CONTEXT;
  }

  @Override
  public int run(CommandContext in) throws IOException {
    boolean preview = Preview.isGiven(in);
    Protection protection = Protection.ofContexts(in);
    List<String> allowed = in.args().stream().filter(protection::allowsContext).toList();
    Contexts contexts = in.contexts();
    if (preview) {
      return preview(in, contexts, protection, allowed);
    }
    List<String> errors = new ArrayList<>();
    for (String name : in.args()) {
      try {
        check(in, contexts, name);
        remove(in, contexts, name);
      } catch (IOException e) {
        errors.add(String.valueOf(e.getMessage()));
        continue;
      }
      in.streams().println(name);
    }
    return ForEachTarget.exitCode(in.streams(), errors);
  }

  /** Prints the contexts that would be removed, with --quiet only those of {@code allowed}. */
  private static int preview(
      CommandContext in, Contexts contexts, Protection protection, List<String> allowed)
      throws IOException {
    List<String> errors = new ArrayList<>();
    StringBuilder lines = new StringBuilder(in.get(Preview.QUIET) ? "" : "NAME\n");
    for (String name : in.get(Preview.QUIET) ? allowed : in.args()) {
      try {
        check(in, contexts, name);
        lines.append(name).append('\n');
      } catch (IOException e) {
        errors.add(String.valueOf(e.getMessage()));
      }
    }
    in.streams().print(lines);
    return protection.end(in, ForEachTarget.exitCode(in.streams(), errors));
  }

  private static void remove(CommandContext in, Contexts contexts, String name) throws IOException {
    if (name.equals(contexts.current())) {
      in.config().setCurrentContext("");
    }
    contexts.stored().remove(name);
  }

  private static void check(CommandContext in, Contexts contexts, String name) throws IOException {
    boolean force = in.get(FORCE);
    String context = "context " + GoQuote.quote(name);
    if (name.equals(EndpointResolver.DEFAULT_CONTEXT)) {
      throw new IOException(context + " cannot be removed");
    }
    if (name.equals(contexts.current()) && !force) {
      throw new IOException(context + " is in use, set -f flag to force remove");
    }
    if (!force && !contexts.stored().has(name)) {
      throw new IOException(context + " does not exist");
    }
  }
}
