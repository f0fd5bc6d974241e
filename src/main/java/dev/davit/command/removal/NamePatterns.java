package dev.davit.command.removal;

import dev.davit.opts.NameGlob;
import dev.davit.text.NaturalOrder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Replaces patterns among the arguments of a command by the names that match them. */
public final class NamePatterns {
  private NamePatterns() {}

  /** Requests the names of all objects. */
  public interface Names {
    List<String> list() throws IOException;
  }

  /**
   * Returns the arguments in their order, each pattern ({@link NameGlob}) replaced by the matching
   * names in natural order, without repetition of a name that a pattern matches. An object with
   * exactly the name wins over the pattern. A pattern without a match stays, so that the engine
   * reports it as docker does.
   *
   * @param names requested only if an argument is a pattern
   */
  public static List<String> expand(List<String> arguments, Names names) throws IOException {
    if (arguments.stream().noneMatch(NameGlob::isPattern)) {
      return arguments;
    }
    List<String> known = names.list();
    List<String> all = new ArrayList<>();
    Set<String> matched = new LinkedHashSet<>();
    for (String argument : arguments) {
      List<String> matching = NameGlob.isPattern(argument) ? matching(argument, known) : null;
      if (matching == null) {
        all.add(argument);
      } else {
        matching.stream()
            .filter(matched::add)
            .filter(name -> !arguments.contains(name))
            .forEach(all::add);
      }
    }
    return all;
  }

  /** Returns the names that match; null if the argument is a name itself or matches none. */
  private static @Nullable List<String> matching(String argument, List<String> known) {
    if (known.contains(argument)) {
      return null;
    }
    NameGlob glob = NameGlob.parse(argument);
    List<String> matching =
        known.stream().filter(glob::matches).distinct().sorted(NaturalOrder.INSTANCE).toList();
    return matching.isEmpty() ? null : matching;
  }
}
