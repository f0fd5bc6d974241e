package dev.davit.cli.flags;

import dev.davit.engine.model.ContainerSpec;
import java.util.List;

/**
 * How some flags and a part of the container spec become each other. Most are a {@link Field}; a
 * flag that is not one field has a class of its own beside its topic's table.
 */
public interface Mapping {
  /** The flags it stands for. */
  List<Flag<?>> flags();

  /**
   * Writes what was given into the spec.
   *
   * @throws IllegalArgumentException with docker's message where the flags make no sense; this is
   *     docker's second stage of checks, after the scan of the command line
   */
  void toSpec(FlagValues given, ContainerSpec spec, SpecContext context);

  /** Writes the flags that make this part of the spec; nothing where it is as if none was given. */
  void fromSpec(ContainerSpec spec, FlagWriter out);
}
