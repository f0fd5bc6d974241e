package dev.davit.command.several;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.complete.Candidates;
import dev.davit.cli.complete.Typing;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagGroup;
import dev.davit.context.ContextStore;
import dev.davit.engine.http.Timeouts;
import dev.davit.opts.NameGlob;
import dev.davit.opts.Timeout;
import dev.davit.text.GoQuote;
import dev.davit.text.NaturalOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The flags that select several engines, by the names of their docker contexts. */
public final class ContextsFlags {
  /** The time limit of each engine. */
  public static final Flag<@Nullable Timeout> DEADLINE =
      Flag.value(
          "deadline",
          "duration",
          Timeout::parse,
          "Time limit for connecting to each engine and for its response (default 5s, 0: no limit)");

  private static final String VARIABLE = "DAVIT_CONTEXTS";
  private static final String ALL = "all";
  private static final Duration USUAL = Duration.ofSeconds(5);

  private static final Flag<@Nullable String> CONTEXTS =
      Flag.value(
              "contexts",
              "list",
              text -> text,
              "Run on the engines of these contexts: names or patterns separated by commas, or 'all'")
          .completes(ContextsFlags::complete);

  static final FlagGroup GROUP = new FlagGroup("Several Engines", List.of(CONTEXTS, DEADLINE));

  private ContextsFlags() {}

  /**
   * Returns the selected contexts: those of {@code --contexts}, or else, if no global flag selects
   * an engine, those of DAVIT_CONTEXTS; null if the command is for one engine.
   *
   * @throws CommandException if a name or pattern stands for no context
   */
  static @Nullable List<String> selected(CommandContext in) {
    String given = in.get(CONTEXTS);
    if (given != null && given.isEmpty()) {
      throw CommandException.refused("--contexts names no context");
    }
    if (given != null && in.hasEngineFlag()) {
      throw CommandException.refused(
          "conflicting options: --contexts cannot be used together with --context or --host");
    }
    String text = given == null ? variable(in) : given;
    return text.isEmpty() ? null : named(in, List.of(text.split(",", -1)));
  }

  /** Whether contexts are selected; their names are not checked. */
  static boolean areSelected(CommandContext in) {
    return areGiven(in) || !variable(in).isEmpty();
  }

  private static String variable(CommandContext in) {
    return in.hasEngineFlag() ? "" : in.app().env().getOrDefault(VARIABLE, "");
  }

  /**
   * Returns the contexts of names and patterns.
   *
   * @throws CommandException if one stands for no context
   */
  public static List<String> named(CommandContext in, List<String> words) {
    ContextStore stored = in.contexts().stored();
    List<String> all = new ArrayList<>(stored.names());
    all.sort(NaturalOrder.INSTANCE);
    Set<String> selected = new LinkedHashSet<>();
    for (String word : words) {
      List<String> found =
          word.equals(ALL) && !all.contains(ALL)
              ? all
              : NameGlob.isPattern(word)
                  ? all.stream().filter(NameGlob.parse(word)::matches).toList()
                  : all.contains(word) ? List.of(word) : List.of();
      if (found.isEmpty()) {
        throw CommandException.refused("no context matches " + GoQuote.quote(word));
      }
      selected.addAll(found);
    }
    return List.copyOf(selected);
  }

  private static Candidates complete(Typing typing) {
    List<String> names = new ArrayList<>(typing.contexts().get());
    names.add(ALL);
    return typing.lastOf(names);
  }

  /** Returns the time limits as {@link #limits}, by default those of the global flags. */
  static Timeouts limitsIfGiven(CommandContext in, boolean answers) {
    return in.get(DEADLINE) == null ? in.timeouts() : limits(in, answers);
  }

  /**
   * Refuses {@code --deadline} of a command on the current engine.
   *
   * @throws CommandException if it is given
   */
  static void requireNoDeadline(CommandContext in) {
    if (in.get(DEADLINE) != null) {
      throw CommandException.refused("--deadline requires --contexts");
    }
  }

  /** Whether {@code --contexts} is given, not only the variable. */
  static boolean areGiven(CommandContext in) {
    return in.get(CONTEXTS) != null;
  }

  /**
   * Returns the time limits of each engine.
   *
   * @param answers whether each response must begin within the deadline, not only the first one
   */
  public static Timeouts limits(CommandContext in, boolean answers) {
    Timeout given = in.get(DEADLINE);
    Duration limit = given == null ? USUAL : given.duration();
    Timeouts others = in.timeouts();
    return answers
        ? new Timeouts(limit, limit, limit, "--deadline", "--deadline")
        : new Timeouts(limit, limit, others.request(), "--deadline", others.requestFlag());
  }
}
