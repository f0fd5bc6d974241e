package dev.davit.command.spec;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.command.selection.ContainerSelection;
import dev.davit.command.selection.Selected;
import dev.davit.command.shared.ForEachTarget;
import dev.davit.command.shared.InParallel;
import dev.davit.engine.Containers;
import dev.davit.engine.InspectedSpec;
import dev.davit.engine.http.ApiVersion;
import dev.davit.engine.http.EngineException;
import dev.davit.engine.model.ContainerSpec;
import dev.davit.engine.model.EngineInfo;
import dev.davit.io.FileError;
import dev.davit.io.WholeFile;
import dev.davit.json.JsonBinding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The containers of a command line: of an engine, or in the output of {@code inspect}. */
final class SpecSource {
  /** The defaults of an engine that cannot be asked. */
  private static final EngineInfo USUAL =
      new EngineInfo(null, null, "runc", "json-file", "2", null);

  private static final ApiVersion SEVERAL_NETWORKS = new ApiVersion(1, 44);
  private static final ApiVersion BRIDGE_BY_DEFAULT = new ApiVersion(1, 45);

  private static final String GONE =
      "The image does not exist any more, so what it sets is included.";
  private static final String UNKNOWN =
      "The input does not have the image, so what it sets is included.";

  private final List<DescribedContainer> containers = new ArrayList<>();
  private final List<String> errors = new ArrayList<>();

  private final boolean severalNetworks;
  private final boolean bridgeByDefault;

  private SpecSource(boolean severalNetworks, boolean bridgeByDefault) {
    this.severalNetworks = severalNetworks;
    this.bridgeByDefault = bridgeByDefault;
  }

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
    SpecSource all = new SpecSource(true, false);
    try {
      InspectedJson input =
          InspectedJson.read(
              file.equals("-")
                  ? WholeFile.read(in.streams().in(), "standard input")
                  : WholeFile.read(in.app().cwd().physical(file), file));
      for (Map<?, ?> each : input.containers(in.args())) {
        all.add(each, input.imageOf(each), USUAL, UNKNOWN);
      }
    } catch (FileError | IllegalArgumentException e) {
      throw CommandException.refused("--from " + file + ": " + e.getMessage());
    }
    return all;
  }

  /** Inspects the selected containers and their images. */
  static SpecSource ofEngine(CommandContext in) throws IOException {
    ApiVersion version = in.engine().apiVersion();
    SpecSource all =
        new SpecSource(!version.isBefore(SEVERAL_NETWORKS), !version.isBefore(BRIDGE_BY_DEFAULT));
    Containers engine = in.engine().containers();
    List<String> names = ContainerSelection.of(in).stream().map(Selected::argument).toList();
    List<Map<?, ?>> inspected = new ArrayList<>();
    all.errors.addAll(
        ForEachTarget.collect(
            InParallel.start(names, name -> object(engine.inspectRaw(name, false))),
            (name, container) -> inspected.add(container)));
    Map<String, Optional<Map<?, ?>>> images = new HashMap<>();
    EngineInfo info = inspected.isEmpty() ? USUAL : in.engine().system().info();
    for (Map<?, ?> each : inspected) {
      String image = String.valueOf(each.get("Image"));
      if (!images.containsKey(image)) {
        images.put(image, image(in, image));
      }
      try {
        all.add(each, images.get(image).orElse(null), info, GONE);
      } catch (IllegalArgumentException e) {
        all.errors.add(String.valueOf(e.getMessage()));
      }
    }
    return all;
  }

  private static Optional<Map<?, ?>> image(CommandContext in, String id) throws IOException {
    try {
      return Optional.of(object(in.engine().images().inspectRaw(id, null)));
    } catch (EngineException e) {
      if (e.isNotFound()) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static Map<?, ?> object(byte[] json) throws IOException {
    return JsonBinding.read(json, Object.class) instanceof Map<?, ?> map ? map : Map.of();
  }

  private void add(
      Map<?, ?> container, @Nullable Map<?, ?> image, EngineInfo info, String withoutImage)
      throws IOException {
    String osType = container.get("Platform") instanceof String os ? os : "linux";
    ContainerSpec spec;
    try {
      spec = InspectedSpec.of(container, image, info, bridgeByDefault);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "container " + container.get("Id") + " is not as an engine describes it", e);
    }
    containers.add(
        new DescribedContainer(
            spec, osType, severalNetworks, image == null ? List.of(withoutImage) : List.of(), ""));
  }
}
