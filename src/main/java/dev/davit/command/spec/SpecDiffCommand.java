package dev.davit.command.spec;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Candidates;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagValues;
import dev.davit.terminal.Coloring;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code davit spec-diff}: compares the configuration of two containers. docker does not have this
 * command.
 */
public final class SpecDiffCommand implements Command {
  private static final Flag<Boolean> SHOW_SECRETS =
      Flag.bool("show-secrets", "Print the values of probable secrets");

  @Override
  public Usage usage() {
    return Usage.exactly(2, "[OPTIONS] CONTAINER|FILE[:SERVICE] CONTAINER|FILE[:SERVICE]");
  }

  /** Accepts any number: {@link #run} rejects a wrong one, as 1 would mean a difference. */
  @Override
  public boolean accepts(int arguments, FlagValues given) {
    return true;
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(SHOW_SECRETS);
  }

  @Override
  public Completer argument(int place, FlagValues given) {
    return place < 2
        ? typing -> Completers.CONTAINER.candidates(typing).and(Candidates.FILES)
        : Completers.NOTHING;
  }

  @Override
  public int run(CommandContext in) throws IOException {
    if (in.args().size() != 2) {
      throw new CommandException(
          in.app().name() + ": '" + in.path() + "' requires 2 arguments", ExitCode.NOT_RUN);
    }
    String one = in.args().getFirst();
    String other = in.args().getLast();
    if (one.equals(DiffSide.STDIN) && other.equals(DiffSide.STDIN)) {
      throw new CommandException("standard input can only be read once", ExitCode.NOT_RUN);
    }
    List<String> difference;
    try {
      difference = difference(in, DiffSide.of(in, one, other), DiffSide.of(in, other, one));
    } catch (IOException e) {
      throw new CommandException(String.valueOf(e.getMessage()), ExitCode.NOT_RUN, e);
    }
    if (difference.isEmpty()) {
      return ExitCode.SUCCESS;
    }
    StringBuilder text = new StringBuilder();
    Stream.concat(Stream.of("--- " + one, "+++ " + other), difference.stream())
        .forEach(line -> text.append(line).append('\n'));
    in.streams().printSent(text);
    return ExitCode.FAILURE;
  }

  private static List<String> difference(CommandContext in, DiffSide one, DiffSide other)
      throws IOException {
    boolean services = one.isService() || other.isService();
    boolean showsSecrets = in.get(SHOW_SECRETS);
    boolean colors = Coloring.AUTO.on(in.streams().outIsTerminal(), in.app().env());
    return one.lines(in, services, showsSecrets)
        .difference(other.lines(in, services, showsSecrets), colors);
  }
}
