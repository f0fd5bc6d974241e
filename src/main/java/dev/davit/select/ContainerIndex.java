package dev.davit.select;

import dev.davit.engine.model.ContainerSummary;
import dev.davit.opts.NameGlob;
import dev.davit.resource.ObjectKind;
import dev.davit.text.NaturalOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A list of containers in which arguments are found: by ID, name, prefix of the ID, or pattern. */
public final class ContainerIndex {
  /** The argument for the most recently created container. */
  public static final String LAST = "@last";

  private final List<ContainerSummary> all;

  /** Creates an index of a list in the engine's order, the newest first. */
  public ContainerIndex(List<ContainerSummary> all) {
    this.all = List.copyOf(all);
  }

  /** Whether an argument selects containers rather than naming one. No name has such characters. */
  public static boolean isSelector(String argument) {
    return argument.equals(LAST) || NameGlob.isPattern(argument);
  }

  /** Returns the name of a container, or else its ID. */
  public static String name(ContainerSummary container) {
    return ObjectKind.nameOf(container).orElse(container.id());
  }

  /** Returns all containers, by name. */
  public List<ContainerSummary> all() {
    return sorted(all);
  }

  /** Returns the containers that an argument selects, by name. */
  public List<ContainerSummary> select(String argument) {
    if (argument.equals(LAST)) {
      return newest().stream().toList();
    }
    if (!NameGlob.isPattern(argument)) {
      return named(argument).stream().toList();
    }
    Optional<ContainerSummary> exact = named(argument);
    if (exact.isPresent()) {
      return List.of(exact.get());
    }
    NameGlob glob = NameGlob.parse(argument);
    return sorted(all.stream().filter(each -> glob.matches(name(each))).toList());
  }

  /** Returns the most recently created container. */
  public Optional<ContainerSummary> newest() {
    ContainerSummary newest = null;
    for (ContainerSummary each : all) {
      newest = newest == null || each.created() > newest.created() ? each : newest;
    }
    return Optional.ofNullable(newest);
  }

  /** Returns the container that the engine would find: by ID, name, or unique prefix of the ID. */
  private Optional<ContainerSummary> named(String argument) {
    String word = argument.startsWith("/") ? argument.substring(1) : argument;
    List<ContainerSummary> prefixed = new ArrayList<>();
    for (ContainerSummary each : all) {
      if (each.id().equals(word) || name(each).equals(word)) {
        return Optional.of(each);
      }
      if (!word.isEmpty() && each.id().startsWith(word)) {
        prefixed.add(each);
      }
    }
    return prefixed.size() == 1 ? Optional.of(prefixed.getFirst()) : Optional.empty();
  }

  private static List<ContainerSummary> sorted(List<ContainerSummary> containers) {
    return containers.stream()
        .sorted((a, b) -> NaturalOrder.INSTANCE.compare(name(a), name(b)))
        .toList();
  }
}
