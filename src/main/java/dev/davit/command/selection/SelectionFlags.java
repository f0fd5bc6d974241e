package dev.davit.command.selection;

import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagGroup;
import dev.davit.cli.flags.FlagValues;
import dev.davit.select.ContainerFilter;
import java.util.List;
import java.util.stream.Stream;

/** The flags by which commands select containers. */
public final class SelectionFlags {
  public static final Flag<Boolean> ALL = Flag.bool("all", "Select all containers");
  public static final Flag<List<String>> FILTER =
      Flag.list(
              "filter",
              (char) 0,
              "filter",
              ContainerFilter::parse,
              "Select containers by condition, for example label=app, 'age>2h' or 'status!=running'")
          .completes(Completers.PS_FILTER);
  public static final Flag<Boolean> IGNORE =
      Flag.bool("ignore", "Do not fail if a container does not exist or nothing is selected");
  public static final Flag<Boolean> LATEST =
      Flag.bool("latest", "Select the most recently created container");

  /** The flags of a command that takes several containers. */
  private static final List<Flag<?>> SEVERAL = List.of(ALL, FILTER, IGNORE, LATEST);

  /** The flags of a command that takes one container. */
  private static final List<Flag<?>> ONE = List.of(FILTER, LATEST);

  private SelectionFlags() {}

  /** Returns the flags of a command that takes several containers with its own, sorted by name. */
  public static List<Flag<?>> severalWith(List<? extends Flag<?>> own) {
    return with(SEVERAL, own);
  }

  /**
   * Returns the flags of a command that changes several containers with its own, sorted by name.
   *
   * @param states the states in which the change has an effect
   */
  static List<Flag<?>> severalWith(ContainerStates states, List<? extends Flag<?>> own) {
    return with(List.of(ALL.variant(states.helpOfAll()), FILTER, IGNORE, LATEST), own);
  }

  /** Returns the flags of a command that takes one container with its own, sorted by name. */
  public static List<Flag<?>> oneWith(List<? extends Flag<?>> own) {
    return with(ONE, own);
  }

  /** Returns flags with others, sorted by name. */
  public static List<Flag<?>> with(List<? extends Flag<?>> flags, List<? extends Flag<?>> own) {
    return FlagGroup.byName(Stream.concat(flags.stream(), own.stream()));
  }

  /** Whether flags select containers without an argument. */
  public static boolean select(FlagValues given) {
    return given.get(ALL) || given.get(LATEST) || !given.get(FILTER).isEmpty();
  }
}
