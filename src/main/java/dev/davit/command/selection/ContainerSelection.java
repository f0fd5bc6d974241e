package dev.davit.command.selection;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.ExitCode;
import dev.davit.command.shared.InParallel;
import dev.davit.command.shared.InParallel.Pending;
import dev.davit.engine.Containers;
import dev.davit.engine.Containers.ListOptions;
import dev.davit.engine.http.EngineException;
import dev.davit.engine.model.ContainerDetails;
import dev.davit.engine.model.ContainerSummary;
import dev.davit.resource.ApiTime;
import dev.davit.select.ContainerFilter;
import dev.davit.select.ContainerIndex;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Predicate;

/**
 * The containers that arguments and {@link SelectionFlags} select. A typed name or ID is sent as it
 * is; only patterns, {@code @last} and flags request the list of containers, once.
 */
public final class ContainerSelection {
  private final CommandContext in;
  private final ContainerFilter filter;
  private final List<String> words;

  private ContainerSelection(CommandContext in, List<String> words) {
    this.in = in;
    this.filter = filter(in);
    this.words = words;
  }

  /** Returns the containers of all arguments and of the flags. */
  public static List<Selected> of(CommandContext in) throws IOException {
    return of(in, in.args(), false, false);
  }

  /**
   * Returns the containers of some words and of the flags.
   *
   * @param lookUp whether to look up typed names, too
   * @param sizes whether the list must have sizes, which is slow
   * @throws CommandException if a selector matches nothing, unless {@code --ignore} is given
   */
  static List<Selected> of(CommandContext in, List<String> words, boolean lookUp, boolean sizes)
      throws IOException {
    boolean byFlags = SelectionFlags.select(in.flags());
    if (!byFlags
        && !lookUp
        && !in.get(SelectionFlags.IGNORE)
        && words.stream().noneMatch(ContainerIndex::isSelector)) {
      return Selected.typed(words);
    }
    return new ContainerSelection(in, words).selected(sizes);
  }

  /**
   * Returns the names of the containers of a word.
   *
   * @throws CommandException if it matches nothing
   */
  public static List<String> names(CommandContext in, String word) throws IOException {
    return of(in, List.of(word), false, false).stream().map(Selected::name).toList();
  }

  private static ContainerFilter filter(CommandContext in) {
    try {
      return ContainerFilter.ofSelection(in.get(SelectionFlags.FILTER), in.app().clock().instant());
    } catch (IllegalArgumentException e) {
      throw new CommandException(String.valueOf(e.getMessage()), ExitCode.FAILURE, e);
    }
  }

  private List<Selected> selected(boolean sizes) throws IOException {
    requireNoConflict();
    ListOptions options = new ListOptions(true, 0, sizes || filter.needsSize(), filter.json());
    ContainerIndex index =
        new ContainerIndex(matching(in, filter, in.engine().containers().list(options)));
    if (in.get(SelectionFlags.LATEST)) {
      return requireAny(newest(index).stream().map(Selected::newest).toList());
    }
    return words.isEmpty()
        ? requireAny(index.all().stream().map(Selected::selected).toList())
        : ofWords(index);
  }

  /** Returns the newest container, if any; Podman 4.3 lists those of a second in no order. */
  private List<ContainerSummary> newest(ContainerIndex index) throws IOException {
    List<ContainerSummary> last = index.ofLastSecond();
    if (last.size() < 2 || !in.engine().ping().isPodman()) {
      return index.newest().stream().toList();
    }
    ContainerSummary newest = last.getFirst();
    Instant created = Instant.MIN;
    for (ContainerSummary each : last) {
      Instant time = created(each.id());
      if (time.isAfter(created)) {
        newest = each;
        created = time;
      }
    }
    return List.of(newest);
  }

  private Instant created(String id) throws IOException {
    String time = in.engine().containers().inspect(id).created();
    return time == null || time.isEmpty() ? Instant.MIN : new ApiTime(time).instant();
  }

  private void requireNoConflict() {
    boolean all = in.get(SelectionFlags.ALL);
    if (all && in.get(SelectionFlags.LATEST)) {
      throw CommandException.conflict("--all", "--latest");
    }
    if (!words.isEmpty() && (all || in.get(SelectionFlags.LATEST))) {
      throw CommandException.refused(
          (all ? "--all" : "--latest") + " cannot be used together with CONTAINER arguments");
    }
  }

  private List<Selected> requireAny(List<Selected> containers) {
    if (containers.isEmpty() && !in.get(SelectionFlags.IGNORE)) {
      throw noMatch("");
    }
    return containers;
  }

  private List<Selected> ofWords(ContainerIndex index) throws IOException {
    List<Selected> all = new ArrayList<>();
    Map<String, List<ContainerSummary>> matching = new HashMap<>();
    Set<String> typed = new HashSet<>();
    for (String word : words) {
      if (!matching.containsKey(word)) {
        matching.put(word, find(index, word));
      }
      List<ContainerSummary> found = matching.getOrDefault(word, List.of());
      if (!ContainerIndex.isSelector(word)) {
        found.forEach(each -> typed.add(each.id()));
      }
    }
    for (String word : words) {
      List<ContainerSummary> found = matching.getOrDefault(word, List.of());
      if (found.isEmpty()) {
        addMissing(all, index, word);
      } else if (ContainerIndex.isSelector(word)) {
        found.stream()
            .filter(each -> typed.add(each.id()))
            .map(word.equals(ContainerIndex.LAST) ? Selected::newest : Selected::selected)
            .forEach(all::add);
      } else {
        all.add(Selected.found(word, found.getFirst()));
      }
    }
    return all;
  }

  /**
   * Returns the containers that a word selects. With a filter, the list lacks containers, so the
   * engine resolves a typed name: it could be the begin of another container's ID.
   */
  private List<ContainerSummary> find(ContainerIndex index, String word) throws IOException {
    if (word.equals(ContainerIndex.LAST)) {
      return newest(index);
    }
    return ContainerIndex.isSelector(word) || in.get(SelectionFlags.FILTER).isEmpty()
        ? index.select(word)
        : index.withId(idOf(word)).stream().toList();
  }

  /**
   * Leaves the report of a typed name that was not found to the engine. {@code --ignore} passes
   * over it only if the engine answers that it does not exist: an ID may be ambiguous.
   *
   * @throws IOException if it is not known whether a filter matches the container
   */
  private void addMissing(List<Selected> all, ContainerIndex index, String word)
      throws IOException {
    boolean ignore = in.get(SelectionFlags.IGNORE);
    boolean filtered = !in.get(SelectionFlags.FILTER).isEmpty();
    if (filtered || ContainerIndex.isSelector(word)) {
      if (!ignore) {
        throw noMatch(word);
      }
      if (filtered && !ContainerIndex.isSelector(word)) {
        requireKnown(word);
      }
      return;
    }
    Selected typed = Selected.typed(word);
    try {
      String id = in.engine().containers().inspect(word).id();
      all.add(index.withId(id).map(each -> Selected.found(word, each)).orElse(typed));
    } catch (EngineException e) {
      if (!ignore || !e.isNotFound()) {
        all.add(typed);
      }
    } catch (IOException e) {
      all.add(typed); // the command reports the error
    }
  }

  /** Fails unless the engine has a container, or answers that it does not exist. */
  private void requireKnown(String word) throws IOException {
    try {
      in.engine().containers().inspect(word);
    } catch (EngineException e) {
      if (!e.isNotFound()) {
        throw e;
      }
    }
  }

  /** Returns the ID of the container that the engine finds; empty if it finds none. */
  private String idOf(String word) {
    try {
      return in.engine().containers().inspect(word).id();
    } catch (IOException e) {
      return ""; // the command reports the error
    }
  }

  private CommandException noMatch(String word) {
    return CommandException.refused("no container matches " + selector(in, word));
  }

  /** Returns a selector as messages name it: a word, which may be empty, and the flags. */
  static String selector(CommandContext in, String word) {
    StringJoiner flags = new StringJoiner(" ");
    in.get(SelectionFlags.FILTER).forEach(each -> flags.add("--filter " + each));
    if (in.get(SelectionFlags.ALL)) {
      flags.add("--all");
    }
    if (in.get(SelectionFlags.LATEST)) {
      flags.add("--latest");
    }
    if (word.isEmpty()) {
      return flags.toString();
    }
    return '"' + word + '"' + (flags.length() == 0 ? "" : " with " + flags);
  }

  /** Returns the containers of a list that match; inspects them only if a filter needs details. */
  public static List<ContainerSummary> matching(
      CommandContext in, ContainerFilter filter, List<ContainerSummary> listed) throws IOException {
    List<ContainerSummary> matching = listed.stream().filter(filter::matches).toList();
    if (!filter.needsDetails()) {
      return matching;
    }
    Containers containers = in.engine().containers();
    List<String> ids = matching.stream().map(ContainerSummary::id).toList();
    Set<String> inspected = new HashSet<>();
    for (Pending<ContainerDetails> pending : InParallel.start(ids, containers::inspect)) {
      try {
        if (filter.matches(pending.get())) {
          inspected.add(pending.target());
        }
      } catch (EngineException e) {
        if (!e.isNotFound()) { // otherwise removed since the list
          throw e;
        }
      }
    }
    return matching.stream().filter(each -> inspected.contains(each.id())).toList();
  }

  /**
   * Leaves out selected containers on which a command has no effect. Typed names stay.
   *
   * @param affected the containers on which the command has an effect
   */
  public static List<Selected> affected(
      List<Selected> selected, Predicate<ContainerSummary> affected) {
    return selected.stream()
        .filter(each -> !each.bySelector() || each.listed() == null || affected.test(each.listed()))
        .toList();
  }
}
