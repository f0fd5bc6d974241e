package dev.davit.command.several;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.command.selection.SelectionFlags;
import dev.davit.command.selection.TakesContainer;
import dev.davit.command.selection.TakesContainers;
import dev.davit.config.ConfigException;
import dev.davit.context.EndpointResolver;
import dev.davit.engine.http.EngineException;
import dev.davit.engine.http.UnreachableException;
import dev.davit.opts.CopyEndpoint;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The arguments of a command that name containers, possibly as {@code CONTEXT/NAME}. */
public enum ContainerArguments {
  /** No argument. */
  NONE,
  /** The first one. */
  FIRST,
  /** The second one. */
  SECOND,
  /** All. */
  ALL,
  /** All, which can also name images, whose names have slashes, too. */
  OBJECTS,
  /** Paths with the container before a colon, among which local paths can be. */
  PATHS;

  static ContainerArguments of(Command command) {
    return switch (command) {
      case TakesContainers _ -> ALL;
      case TakesContainer _ -> FIRST;
      default -> NONE;
    };
  }

  /**
   * Returns the arguments by the context of their containers, which is empty for the current
   * engine, without contexts in the names. Arguments that name no container belong to each context.
   */
  Map<String, List<String>> byContext(CommandContext in) throws IOException {
    if (this == NONE) {
      return Map.of("", in.args());
    }
    Map<String, List<String>> all = new LinkedHashMap<>();
    List<String> contexts = new ArrayList<>();
    List<String> rest = in.args();
    int first = this == SECOND ? Math.min(1, rest.size()) : 0;
    int end = SelectionFlags.select(in.flags()) ? first : first + number(rest.size());
    for (String word : rest.subList(first, end)) {
      String context = context(in, word);
      String name = context.isEmpty() ? word : word.substring(context.length() + 1);
      contexts.add(context);
      all.computeIfAbsent(context, any -> new ArrayList<>()).add(name);
    }
    if (all.isEmpty()) {
      return Map.of("", rest);
    }
    if (this == PATHS) {
      return ofPaths(all, rest, contexts);
    }
    for (List<String> each : all.values()) {
      each.addAll(0, rest.subList(0, first));
      each.addAll(rest.subList(end, rest.size()));
    }
    return all;
  }

  /** Whether the argument of an index, from 0, is a container. */
  boolean include(int place) {
    return this == ALL
        || this == OBJECTS
        || this == FIRST && place == 0
        || this == SECOND && place == 1;
  }

  private int number(int arguments) {
    return switch (this) {
      case NONE -> 0;
      case FIRST -> Math.min(1, arguments);
      case SECOND -> Math.clamp(arguments - 1L, 0, 1);
      case ALL, OBJECTS, PATHS -> arguments;
    };
  }

  /** Returns all paths for the context of those in containers, if that is the same for each. */
  private static Map<String, List<String>> ofPaths(
      Map<String, List<String>> found, List<String> paths, List<String> contexts) {
    Set<String> different = new LinkedHashSet<>();
    List<String> stripped = new ArrayList<>();
    for (int i = 0; i < paths.size(); i++) {
      boolean local = container(paths.get(i)).isEmpty();
      if (!local) {
        different.add(contexts.get(i));
      }
      int prefix = local || contexts.get(i).isEmpty() ? 0 : contexts.get(i).length() + 1;
      stripped.add(paths.get(i).substring(prefix));
    }
    return different.size() > 1
        ? found
        : Map.of(different.isEmpty() ? "" : different.iterator().next(), stripped);
  }

  /** Returns the context before the name of a container; empty without one. */
  public static String contextOf(CommandContext in, String word) throws IOException {
    return FIRST.context(in, word);
  }

  private String context(CommandContext in, String word) throws IOException {
    String name = this == PATHS ? container(word) : word;
    int slash = name.indexOf('/');
    if (slash < 1 || slash == name.length() - 1) {
      return "";
    }
    String context = name.substring(0, slash);
    boolean exists =
        in.contexts().stored().has(context)
            || context.equals(EndpointResolver.DEFAULT_CONTEXT)
                && !in.contexts().current().equals(context);
    return exists && !isTaken(in, name) ? context : "";
  }

  private static String container(String path) {
    return CopyEndpoint.parse(path) instanceof CopyEndpoint.InContainer in ? in.container() : "";
  }

  /** Whether the current engine has an object of this name, such as the container of a link. */
  private boolean isTaken(CommandContext in, String name) throws IOException {
    return has(() -> in.engine().containers().inspect(name))
        || this == OBJECTS && has(() -> in.engine().images().inspect(name, null));
  }

  private interface Inspection {
    Object of() throws IOException;
  }

  private static boolean has(Inspection object) throws IOException {
    try {
      object.of();
      return true;
    } catch (EngineException | UnreachableException | ConfigException e) {
      return false;
    }
  }
}
