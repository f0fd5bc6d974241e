package dev.davit.command.several;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.command.selection.SelectionFlags;
import dev.davit.command.selection.TakesContainer;
import dev.davit.command.selection.TakesContainers;
import dev.davit.context.EndpointResolver;
import dev.davit.engine.http.EngineException;
import dev.davit.engine.http.UnreachableException;
import dev.davit.opts.CopyEndpoint;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The arguments of a command that name containers, possibly as {@code CONTEXT/NAME}. */
public enum ContainerArguments {
  /** No argument. */
  NONE,
  /** The first one. */
  FIRST,
  /** All. */
  ALL,
  /** Paths of {@code cp}, with the container before a colon. */
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
    Map<String, List<String>> all = new LinkedHashMap<>();
    List<String> rest = in.args();
    int names = SelectionFlags.select(in.flags()) ? 0 : number(rest.size());
    for (String word : rest.subList(0, names)) {
      String context = context(in, word);
      String name = context.isEmpty() ? word : word.substring(context.length() + 1);
      all.computeIfAbsent(context, any -> new ArrayList<>()).add(name);
    }
    if (all.isEmpty()) {
      return Map.of("", rest);
    }
    if (this == PATHS) {
      return ofPaths(all, rest);
    }
    all.values().forEach(each -> each.addAll(rest.subList(names, rest.size())));
    return all;
  }

  private int number(int arguments) {
    return switch (this) {
      case NONE -> 0;
      case FIRST -> Math.min(1, arguments);
      case ALL, PATHS -> arguments;
    };
  }

  /** Returns both paths for the context that one of them has. */
  private static Map<String, List<String>> ofPaths(
      Map<String, List<String>> found, List<String> paths) {
    List<String> contexts = found.keySet().stream().filter(each -> !each.isEmpty()).toList();
    if (contexts.size() != 1) {
      return contexts.isEmpty() ? Map.of("", paths) : found;
    }
    String prefix = contexts.getFirst() + '/';
    return Map.of(
        contexts.getFirst(),
        paths.stream()
            .map(each -> each.startsWith(prefix) ? each.substring(prefix.length()) : each)
            .toList());
  }

  /** Returns the context before the name of a container; empty without one. */
  private String context(CommandContext in, String word) throws IOException {
    String name = this == PATHS ? container(word) : word;
    int slash = name.indexOf('/');
    if (slash < 1 || slash == name.length() - 1) {
      return "";
    }
    String context = name.substring(0, slash);
    boolean exists =
        context.equals(EndpointResolver.DEFAULT_CONTEXT) || in.contexts().stored().has(context);
    return exists && !isContainer(in, name) ? context : "";
  }

  private static String container(String path) {
    return CopyEndpoint.parse(path) instanceof CopyEndpoint.InContainer in ? in.container() : "";
  }

  /** Whether the current engine has a container of this name, such as that of a link. */
  private static boolean isContainer(CommandContext in, String name) throws IOException {
    try {
      in.engine().containers().inspect(name);
      return true;
    } catch (EngineException | UnreachableException e) {
      return false;
    }
  }
}
