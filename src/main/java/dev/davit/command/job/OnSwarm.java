package dev.davit.command.job;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagGroup;
import dev.davit.cli.flags.FlagValues;
import dev.davit.command.shared.RunFailure;
import dev.davit.output.OutputSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A command for containers that, with {@code --on swarm}, is one for jobs on a swarm. */
public final class OnSwarm implements Command {
  private static final Flag<@Nullable String> ON =
      Flag.value("on", "string", OnSwarm::parse, "Act on jobs instead of containers: swarm")
          .since(1, 41)
          .completes(Completer.words("swarm"));

  private final Command command;
  private final Supplier<JobCommand> job;
  private final boolean creates;

  private OnSwarm(Command command, Supplier<JobCommand> job, boolean creates) {
    this.command = command;
    this.job = job;
    this.creates = creates;
  }

  /** Creates {@code run}, which has flags for jobs. */
  public static Command run(Command command) {
    return new OnSwarm(command, () -> new RunJob(), true);
  }

  /** Creates {@code ps}. */
  public static Command ps(Command command) {
    return new OnSwarm(command, () -> new JobList(), false);
  }

  /** Creates {@code logs}. */
  public static Command logs(Command command) {
    return new OnSwarm(command, () -> new JobLog(), false);
  }

  /** Creates {@code wait}. */
  public static Command await(Command command) {
    return new OnSwarm(command, () -> new JobWait(), false);
  }

  /** Creates {@code rm}. */
  public static Command rm(Command command) {
    return new OnSwarm(command, () -> new JobRemoval(), false);
  }

  /** Creates {@code inspect}. */
  public static Command inspect(Command command) {
    return new OnSwarm(command, () -> new JobInspection(), false);
  }

  private static String parse(String text) {
    if (!text.equals("swarm")) {
      throw new IllegalArgumentException("must be swarm");
    }
    return text;
  }

  private Flag<@Nullable String> on() {
    return creates ? JobFlags.ON : ON;
  }

  private FlagGroup group() {
    return creates ? JobFlags.GROUP : new FlagGroup("Jobs on a Swarm", List.of(ON));
  }

  @Override
  public Usage usage() {
    return command.usage();
  }

  @Override
  public boolean accepts(int arguments, FlagValues given) {
    return command.accepts(arguments, given);
  }

  @Override
  public String selectable() {
    return command.selectable();
  }

  @Override
  public List<Flag<?>> flags() {
    return FlagGroup.byName(Stream.concat(command.flags().stream(), group().flags().stream()));
  }

  @Override
  public List<FlagGroup> flagGroups() {
    List<FlagGroup> all = new ArrayList<>(command.flagGroups());
    all.add(group());
    return all;
  }

  @Override
  public @Nullable OutputSchema<?> output() {
    return command.output();
  }

  @Override
  public @Nullable OutputSchema<?> verboseOutput() {
    return command.verboseOutput();
  }

  @Override
  public Completer argument(int place, FlagValues given) {
    return given.given(on()) && !creates ? Completers.JOB : command.argument(place, given);
  }

  @Override
  public String needsOneEngine(CommandContext in) {
    return command.needsOneEngine(in);
  }

  @Override
  public int run(CommandContext in) throws IOException {
    if (!in.flags().given(on())) {
      for (Flag<?> flag : group().flags()) {
        if (in.flags().given(flag)) {
          throw refusal(in, "--" + flag.name() + " requires --on swarm");
        }
      }
      return command.run(in);
    }
    JobCommand action = job.get();
    for (Flag<?> flag : command.flags()) {
      if (in.flags().given(flag) && !action.flags().contains(flag.target().name())) {
        throw refusal(in, "--" + flag.name() + " cannot be used with --on swarm");
      }
    }
    return action.run(in);
  }

  private CommandException refusal(CommandContext in, String message) {
    return creates ? RunFailure.of(in, message) : CommandException.refused(message);
  }
}
