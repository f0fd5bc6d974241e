package dev.davit.protect;

import dev.davit.opts.KeyValue;
import dev.davit.opts.NameGlob;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The contexts and objects that are protected.
 *
 * @param source the file or environment variable with the rules, as messages name it
 * @param everything whether all objects of all contexts are protected
 * @param contexts patterns of the names of contexts
 * @param names patterns of names ({@link NameGlob#acrossSlashes}, as names of images have slashes)
 * @param labels labels: {@code KEY} or {@code KEY=VALUE}
 */
public record ProtectionRules(
    String source,
    boolean everything,
    List<String> contexts,
    List<String> names,
    List<String> labels) {
  public static final ProtectionRules NONE =
      new ProtectionRules("", false, List.of(), List.of(), List.of());

  /** Whether names or labels of objects must be known. */
  public boolean needObjects() {
    return !names.isEmpty() || !labels.isEmpty();
  }

  /** Returns the rule that protects all objects of a context. */
  public Optional<String> ofContext(String context) {
    if (everything) {
      return Optional.of(source);
    }
    return contexts.stream()
        .filter(each -> NameGlob.acrossSlashes(each).matches(context))
        .findFirst()
        .map(each -> rule("contexts", each));
  }

  /** Returns the rule that protects an object. */
  public Optional<String> ofObject(List<String> objectNames, @Nullable Map<String, String> has) {
    for (String each : names) {
      NameGlob glob = NameGlob.acrossSlashes(each);
      if (objectNames.stream().anyMatch(name -> name.equals(each) || glob.matches(name))) {
        return Optional.of(rule("names", each));
      }
    }
    return labels.stream()
        .filter(each -> has != null && hasLabel(has, each))
        .findFirst()
        .map(each -> rule("labels", each));
  }

  private static boolean hasLabel(Map<String, String> has, String label) {
    String value = KeyValue.value(label);
    String name = KeyValue.name(label);
    return has.containsKey(name) && (value == null || value.equals(has.get(name)));
  }

  private String rule(String kind, String value) {
    return "the rule " + kind + ": \"" + value + "\" in " + source;
  }
}
