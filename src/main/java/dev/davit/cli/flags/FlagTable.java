package dev.davit.cli.flags;

import dev.davit.engine.model.ContainerSpec;
import java.util.List;
import java.util.stream.Stream;

/** The flags of one topic, and their mappings to the container spec. */
public record FlagTable(String topic, List<Mapping> mappings) {
  static FlagTable of(String topic, Mapping... mappings) {
    return new FlagTable(topic, List.of(mappings));
  }

  Stream<Flag<?>> flags() {
    return mappings.stream().flatMap(mapping -> mapping.flags().stream());
  }

  void fromSpec(ContainerSpec spec, FlagWriter out) {
    mappings.forEach(mapping -> mapping.fromSpec(spec, out));
  }
}
