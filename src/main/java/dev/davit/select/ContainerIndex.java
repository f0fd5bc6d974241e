package dev.davit.select;

import dev.davit.engine.model.ContainerSummary;
import dev.davit.opts.NameGlob;
import dev.davit.resource.ObjectKind;
import dev.davit.text.NaturalOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A list of containers in which arguments are found: by ID, name, prefix of the ID, or pattern. */
public final class ContainerIndex {
  /** The argument for the most recently created container. */
  public static final String LAST = "@last";

  private final List<ContainerSummary> all;

  /** Creates an index of a list in the engine's order: the newest first, with Podman last. */
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

  /** Returns the containers that were created in the same second as the newest one. */
  public List<ContainerSummary> ofLastSecond() {
    long last = all.stream().mapToLong(ContainerSummary::created).max().orElse(0);
    return all.stream().filter(each -> each.created() == last).toList();
  }

  /** Returns the most recently created container. */
  public Optional<ContainerSummary> newest() {
    boolean newestLast = !all.isEmpty() && all.getFirst().created() < all.getLast().created();
    List<ContainerSummary> ordered = newestLast ? all : all.reversed();
    // of several that were created within a second, the last one
    return ordered.stream().reduce((a, b) -> a.created() > b.created() ? a : b);
  }

  /** Returns the container that the engine would find: by ID, name, or unique prefix of the ID. */
  private Optional<ContainerSummary> named(String argument) {
    String word = withoutSlashes(argument.strip());
    List<ContainerSummary> prefixed = new ArrayList<>();
    for (ContainerSummary each : all) {
      if (each.id().equals(word) || hasName(each, word)) {
        return Optional.of(each);
      }
      if (!word.isEmpty() && each.id().startsWith(word)) {
        prefixed.add(each);
      }
    }
    return prefixed.size() == 1 ? Optional.of(prefixed.getFirst()) : Optional.empty();
  }

  /** Whether one of the container's names, which include those of links to it, is this one. */
  private static boolean hasName(ContainerSummary container, String name) {
    return container.names() != null
        && container.names().stream().anyMatch(each -> withoutSlashes(each).equals(name));
  }

  /** Removes slashes that the engine passes over: {@code /web/} is {@code web}. */
  private static String withoutSlashes(String name) {
    return Arrays.stream(name.split("/", -1))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("/"));
  }

  /** Returns the container with an ID. */
  public Optional<ContainerSummary> withId(String id) {
    return all.stream().filter(each -> each.id().equals(id)).findFirst();
  }

  private static List<ContainerSummary> sorted(List<ContainerSummary> containers) {
    return containers.stream()
        .sorted((a, b) -> NaturalOrder.INSTANCE.compare(name(a), name(b)))
        .toList();
  }
}
