package dev.davit.cli.complete;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The word being typed, with the data that completers read.
 *
 * @param word the word so far
 * @param arguments the arguments so far
 * @param given the values of the command's flags so far, by the name of the flag
 * @param engines returns the names of another context's engine
 * @param variables the names of the client's environment variables
 * @param contexts the names of all contexts
 * @param registries the registries that config.json names
 */
public record Typing(
    String word,
    List<String> arguments,
    Map<String, List<String>> given,
    EngineNames engine,
    Function<String, EngineNames> engines,
    Set<String> variables,
    Supplier<List<String>> contexts,
    Supplier<List<String>> registries) {
  /** Returns the rest of the word, behind {@code CONTEXT/}, with the engine of that context. */
  public Typing behind(String context) {
    return new Typing(
        word.substring(context.length() + 1),
        arguments,
        given,
        engines.apply(context),
        engines,
        variables,
        contexts,
        registries);
  }

  /** Completes the last of several names separated by commas. */
  public Candidates lastOf(List<String> names) {
    int begin = word.lastIndexOf(',') + 1;
    String before = word.substring(0, begin);
    return Candidates.of(names).without(List.of(before.split(","))).behind(before);
  }

  boolean isPath() {
    return word.startsWith("/") || word.startsWith(".") || word.startsWith("~");
  }

  List<String> valuesOf(String flag) {
    return given.getOrDefault(flag, List.of());
  }
}
