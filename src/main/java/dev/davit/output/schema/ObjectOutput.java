package dev.davit.output.schema;

import dev.davit.output.OutputSchema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The output for programs of commands that print the engine's own objects. */
public final class ObjectOutput {
  private ObjectOutput() {}

  /**
   * Returns the schema of the objects that an inspect command prints without {@code --output}, too.
   *
   * @param verb the words of the command
   * @param objects the kind of objects, in the plural
   */
  public static OutputSchema<Map<String, @Nullable Object>> list(String verb, String objects) {
    return OutputSchema.objects(
        verb,
        "The "
            + objects
            + " of davit "
            + verb
            + ", as the engine reports them; without csv and tsv.",
        true);
  }

  /** Returns the schema of a single object, which is that of {@code --format json}. */
  public static OutputSchema<Map<String, @Nullable Object>> single(String verb) {
    return OutputSchema.objects(
        verb, "The object of davit " + verb + " --format json; without csv and tsv.", false);
  }
}
