package dev.davit.cli.complete;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The word that is being typed, and what its completion can look at.
 *
 * @param word the word as far as it is typed
 * @param given the values that the command's flags have been given so far, by the flag's name
 * @param variables the names of the client's environment variables
 * @param contexts the names of all contexts
 */
public record Typing(
    String word,
    Map<String, List<String>> given,
    EngineNames engine,
    Set<String> variables,
    Supplier<List<String>> contexts) {
  /** Another word in the same place. */
  public Typing of(String other) {
    return new Typing(other, given, engine, variables, contexts);
  }

  boolean isPath() {
    return word.startsWith("/") || word.startsWith(".") || word.startsWith("~");
  }

  List<String> valuesOf(String flag) {
    return given.getOrDefault(flag, List.of());
  }
}
