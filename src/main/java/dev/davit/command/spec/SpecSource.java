package dev.davit.command.spec;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.command.selection.ContainerSelection;
import dev.davit.command.selection.Selected;
import dev.davit.command.shared.ForEachTarget;
import dev.davit.command.shared.InParallel;
import dev.davit.create.ContainerDescriptions;
import dev.davit.create.DescribedContainer;
import dev.davit.engine.Containers;
import dev.davit.engine.model.EngineInfo;
import dev.davit.io.FileError;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The containers of a command line: of an engine, or in the output of {@code inspect}. */
final class SpecSource {
  /** The defaults of an engine that cannot be asked. */
  private static final EngineInfo USUAL =
      new EngineInfo(null, null, "runc", "json-file", "2", null, null, 0);

  private static final String UNKNOWN =
      "The input does not have the image, so what it sets is included.";

  private final List<DescribedContainer> containers = new ArrayList<>();
  private final List<String> errors = new ArrayList<>();

  private SpecSource() {}

  /** The containers found, in the order of the command line. */
  List<DescribedContainer> containers() {
    return containers;
  }

  /** The errors of containers that cannot be inspected. */
  List<String> errors() {
    return errors;
  }

  /**
   * Reads the output of {@code inspect}.
   *
   * @param file its name, or {@code -} for standard input
   */
  static SpecSource ofFile(CommandContext in, String file) throws IOException {
    SpecSource all = new SpecSource();
    try {
      InspectedJson input = InspectedJson.read(in.read(file));
      for (Map<?, ?> each : input.containers(in.args())) {
        all.containers.add(described(input, each));
      }
    } catch (FileError | IllegalArgumentException e) {
      throw CommandException.refused("--from " + file + ": " + e.getMessage());
    }
    return all;
  }

  /** Describes a container in the output of {@code inspect}. */
  static DescribedContainer described(InspectedJson input, Map<?, ?> container) throws IOException {
    return ContainerDescriptions.described(
        container, input.imageOf(container), USUAL, true, false, UNKNOWN);
  }

  /** Inspects the selected containers and their images. */
  static SpecSource ofEngine(CommandContext in) throws IOException {
    SpecSource all = new SpecSource();
    Containers engine = in.engine().containers();
    List<String> names = ContainerSelection.of(in).stream().map(Selected::argument).toList();
    List<Map<?, ?>> inspected = new ArrayList<>();
    all.errors.addAll(
        ForEachTarget.collect(
            InParallel.start(
                names, name -> ContainerDescriptions.object(engine.inspectRaw(name, false))),
            (name, container) -> inspected.add(container)));
    ContainerDescriptions descriptions = new ContainerDescriptions(in.engine());
    for (Map<?, ?> each : inspected) {
      try {
        all.containers.add(descriptions.of(each));
      } catch (IllegalArgumentException e) {
        all.errors.add(String.valueOf(e.getMessage()));
      }
    }
    return all;
  }
}
