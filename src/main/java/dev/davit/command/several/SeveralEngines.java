package dev.davit.command.several;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Candidates;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Typing;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagGroup;
import dev.davit.cli.flags.FlagValues;
import dev.davit.output.OutputSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A command that can run on the engines of several docker contexts: of {@code --contexts}, or of
 * containers named {@code CONTEXT/NAME}.
 */
public final class SeveralEngines implements Command {
  private final Command command;
  private final Manner manner;
  private final ContainerArguments containers;
  private final Predicate<CommandContext> inTurn;

  private SeveralEngines(Command command, Manner manner, ContainerArguments containers) {
    this(command, manner, containers, in -> false);
  }

  private SeveralEngines(
      Command command,
      Manner manner,
      ContainerArguments containers,
      Predicate<CommandContext> inTurn) {
    this.command = command;
    this.manner = manner;
    this.containers = containers;
    this.inTurn = inTurn;
  }

  /** Creates a command that runs on one engine at a time, which a container's name can select. */
  public static Command alone(Command command) {
    return alone(command, ContainerArguments.of(command));
  }

  public static Command alone(Command command, ContainerArguments containers) {
    return new SeveralEngines(command, Manner.ALONE, containers);
  }

  /** Creates a command that reads: it prints in the order of contexts. */
  public static Command reading(Command command) {
    return reading(command, ContainerArguments.NONE);
  }

  public static Command reading(Command command, ContainerArguments containers) {
    return new SeveralEngines(command, Manner.READ, containers);
  }

  /** Creates a command that reads streams: it prints lines as they come. */
  public static Command following(Command command, ContainerArguments containers) {
    return new SeveralEngines(command, Manner.FOLLOW, containers);
  }

  /**
   * Creates a command that reads streams, which can end.
   *
   * @param ending whether the streams end, so that lines are printed in the order of contexts
   */
  public static Command following(
      Command command, ContainerArguments containers, Predicate<CommandContext> ending) {
    return new SeveralEngines(command, Manner.FOLLOW, containers, ending);
  }

  /** Creates a command that changes objects: it prints in the order of contexts. */
  public static Command changing(Command command) {
    return new SeveralEngines(command, Manner.CHANGE, ContainerArguments.NONE);
  }

  /** Creates a command that changes containers and prints their names. */
  public static Command naming(Command command) {
    return new SeveralEngines(command, Manner.NAME, ContainerArguments.ALL);
  }

  /** Creates a command that runs processes or transfers data: it prints lines as they come. */
  public static Command transferring(Command command, ContainerArguments containers) {
    return new SeveralEngines(command, Manner.TRANSFER, containers);
  }

  /** Changes the engines of contexts and prints in their order; returns the exit code. */
  public static int change(CommandContext in, List<String> contexts, Command command)
      throws IOException {
    return new JointRun(in, command, Manner.CHANGE).run(same(contexts, in.args()));
  }

  private static Map<String, List<String>> same(List<String> contexts, List<String> arguments) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    contexts.forEach(context -> all.put(context, arguments));
    return all;
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
    if (manner == Manner.ALONE) {
      return command.flags();
    }
    return FlagGroup.byName(
        Stream.concat(command.flags().stream(), ContextsFlags.GROUP.flags().stream()));
  }

  @Override
  public List<FlagGroup> flagGroups() {
    if (manner == Manner.ALONE) {
      return command.flagGroups();
    }
    List<FlagGroup> all = new ArrayList<>(command.flagGroups());
    all.add(ContextsFlags.GROUP);
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
    Completer own = command.argument(place, given);
    return containers.include(place) ? typing -> candidates(own, typing) : own;
  }

  /** Completes a container, also of a context that is typed before it. */
  private static Candidates candidates(Completer own, Typing typing) {
    int slash = typing.word().indexOf('/');
    String context = slash < 1 ? "" : typing.word().substring(0, slash);
    return !context.isEmpty() && typing.contexts().get().contains(context)
        ? own.candidates(typing.behind(context)).behind(context + '/')
        : own.candidates(typing);
  }

  @Override
  public boolean runsElsewhere(CommandContext in) {
    return manner != Manner.ALONE && ContextsFlags.areSelected(in);
  }

  @Override
  public int run(CommandContext in) throws IOException {
    List<String> contexts = manner == Manner.ALONE ? null : ContextsFlags.selected(in);
    Map<String, List<String>> arguments =
        ContextsFlags.areGiven(in) ? Map.of("", in.args()) : containers.byContext(in);
    if (arguments.size() > 1) {
      return onSeveral(in, arguments);
    }
    Map.Entry<String, List<String>> only = arguments.entrySet().iterator().next();
    if (!only.getKey().isEmpty()) {
      return in.withArgs(only.getValue())
          .runOn(only.getKey(), command, ContextsFlags.limitsIfGiven(in, manner.answersInTime()));
    }
    if (contexts != null) {
      return onSeveral(in, same(contexts, in.args()));
    }
    ContextsFlags.requireNoDeadline(in);
    return command.run(in);
  }

  private int onSeveral(CommandContext in, Map<String, List<String>> arguments) throws IOException {
    String refusal =
        manner == Manner.ALONE
            ? '"' + in.path() + "\" runs on one engine at a time"
            : command.needsOneEngine(in);
    if (!refusal.isEmpty()) {
      throw CommandException.refused(refusal);
    }
    return new JointRun(in, command, inTurn.test(in) ? Manner.IN_TURN : manner).run(arguments);
  }
}
