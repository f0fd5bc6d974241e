package dev.davit.command.container;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.FlagValues;
import dev.davit.config.ConfigException;
import dev.davit.engine.http.EngineException;
import java.io.IOException;

/**
 * {@code davit exists}: reports by the exit code whether a container exists: 0 or 1, and 125 if the
 * engine cannot be asked. podman has this command, docker does not.
 */
public final class ExistsCommand implements Command {
  @Override
  public Usage usage() {
    return Usage.exactly(1, "CONTAINER");
  }

  /** Accepts any number: {@link #run} rejects a wrong one, as 1 would mean that none exists. */
  @Override
  public boolean accepts(int arguments, FlagValues given) {
    return true;
  }

  @Override
  public Completer argument(int place, FlagValues given) {
    return place == 0 ? Completers.CONTAINER : Completers.NOTHING;
  }

  @Override
  public int run(CommandContext in) {
    if (in.args().size() != 1) {
      throw new CommandException(
          in.app().name() + ": '" + in.path() + "' requires 1 argument", ExitCode.NOT_RUN);
    }
    try {
      in.engine().containers().inspect(in.args().getFirst());
      return ExitCode.SUCCESS;
    } catch (EngineException e) {
      if (e.isNotFound()) {
        return ExitCode.FAILURE;
      }
      throw notAsked(e);
    } catch (IOException | ConfigException | CommandException e) {
      throw notAsked(e);
    }
  }

  private static CommandException notAsked(Exception e) {
    return new CommandException(String.valueOf(e.getMessage()), ExitCode.NOT_RUN, e);
  }
}
