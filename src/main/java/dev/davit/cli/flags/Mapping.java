package dev.davit.cli.flags;

import dev.davit.engine.model.ContainerSpec;
import java.util.List;

/**
 * Converts some flags to a part of the container spec and back. Most mappings are a {@link Field};
 * a flag that is not one field has a class of its own, in the file of its topic.
 */
public interface Mapping {
  /** The flags of this mapping. */
  List<Flag<?>> flags();

  /**
   * Writes the values to the spec. These checks are docker's second stage, after the command line
   * was parsed.
   *
   * @throws IllegalArgumentException with docker's message if the flags are invalid or conflict
   */
  void toSpec(FlagValues given, ContainerSpec spec, SpecContext context);

  /** Writes the flags that result in this part of the spec; nothing for the defaults. */
  void fromSpec(ContainerSpec spec, FlagWriter out);
}
