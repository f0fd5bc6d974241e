package dev.davit.command.selection;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.flags.FlagValues;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The container of a command that takes one: its first argument, unless {@code --latest} or {@code
 * --filter} replaces it.
 *
 * @param container the name or ID to send
 * @param name the name to print
 * @param rest the arguments after the container
 */
public record SingleContainer(String container, String name, List<String> rest) {
  private static final int MOST_NAMES = 5;

  /** Returns the number of arguments with the one that flags replace. */
  public static int arguments(int arguments, FlagValues given) {
    return SelectionFlags.select(given) ? arguments + 1 : arguments;
  }

  /**
   * Returns the container of a command line.
   *
   * @throws CommandException if a selector matches no container, or several
   */
  public static SingleContainer of(CommandContext in) throws IOException {
    List<String> args = in.args();
    int own = SelectionFlags.select(in.flags()) ? 0 : 1;
    Selected one = one(in, args.subList(0, own));
    return new SingleContainer(one.argument(), one.name(), args.subList(own, args.size()));
  }

  /**
   * Returns the command line with the name or ID to send as its first argument.
   *
   * @throws CommandException if a selector matches no container, or several
   */
  public static CommandContext resolved(CommandContext in) throws IOException {
    SingleContainer one = of(in);
    List<String> args = new ArrayList<>(one.rest());
    args.addFirst(one.container());
    return in.withArgs(args);
  }

  /** Returns the name of the container of a word, which may be a pattern or {@code @last}. */
  public static String name(CommandContext in, String word) throws IOException {
    return one(in, List.of(word)).name();
  }

  private static Selected one(CommandContext in, List<String> words) throws IOException {
    List<Selected> selected = ContainerSelection.of(in, words, false, false);
    if (selected.size() == 1) {
      return selected.getFirst();
    }
    throw CommandException.refused(
        ContainerSelection.selector(in, words.isEmpty() ? "" : words.getFirst())
            + " matches "
            + selected.size()
            + " containers ("
            + selected.stream()
                .limit(MOST_NAMES)
                .map(Selected::name)
                .collect(Collectors.joining(", "))
            + (selected.size() > MOST_NAMES ? ", ..." : "")
            + "), but \""
            + in.path()
            + "\" takes one");
  }
}
