package dev.davit.cli.complete;

import static dev.davit.cli.complete.FlagWords.words;

import dev.davit.resource.ObjectKind;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/** Completes filters: names, and values of a name. */
final class Filter {
  private static final List<String> OF_CONTAINERS =
      words(
          """
          ancestor= before= exited= expose= health= id= is-task= isolation= label= name= network=
          publish= since= status= volume=
          """);
  private static final List<String> OF_PRUNE = words("label= label!= until=");
  private static final List<String> OF_IMAGES =
      words("before= dangling= label= reference= since= until=");
  private static final List<String> OF_NETWORKS =
      words("dangling= driver= id= label= name= scope= type=");
  private static final List<String> OF_SEARCH = words("is-automated= is-official= stars=");
  private static final Candidates BOOLEANS = Candidates.of("false", "true");

  private Filter() {}

  static Candidates ofContainers(Typing typing) {
    return of(OF_CONTAINERS, Filter::values, typing);
  }

  static Candidates ofPrune(Typing typing) {
    return of(OF_PRUNE, Filter::values, typing);
  }

  static Candidates ofImagePrune(Typing typing) {
    return of(OF_PRUNE, Filter::valuesOfImages, typing);
  }

  static Candidates ofImages(Typing typing) {
    return of(OF_IMAGES, Filter::valuesOfImages, typing);
  }

  static Candidates ofNetworks(Typing typing) {
    return of(OF_NETWORKS, Filter::valuesOfNetworks, typing);
  }

  static Candidates ofNetworkPrune(Typing typing) {
    return of(OF_PRUNE, Filter::valuesOfNetworks, typing);
  }

  static Candidates ofSearch(Typing typing) {
    return of(
        OF_SEARCH, (name, engine) -> name.equals("stars") ? Candidates.NONE : BOOLEANS, typing);
  }

  private static Candidates of(
      List<String> names, BiFunction<String, EngineNames, Candidates> values, Typing typing) {
    String typed = typing.word();
    int equals = typed.indexOf('=');
    if (equals < 0) {
      return Candidates.of(names);
    }
    return values
        .apply(typed.substring(0, equals), typing.engine())
        .behind(typed.substring(0, equals + 1));
  }

  private static Candidates valuesOfImages(String name, EngineNames engine) {
    return switch (name) {
      case "before", "reference", "since" -> engine.names(ObjectKind.IMAGE);
      case "dangling" -> BOOLEANS;
      case "label", "label!" -> engine.labelsOfImages();
      default -> Candidates.NONE;
    };
  }

  private static Candidates valuesOfNetworks(String name, EngineNames engine) {
    return switch (name) {
      case "dangling" -> BOOLEANS;
      case "driver" -> engine.networkDrivers();
      case "label", "label!" -> engine.labelsOfNetworks();
      case "name" -> engine.names(ObjectKind.NETWORK);
      case "scope" -> Candidates.of("global", "local", "swarm");
      case "type" -> Candidates.of("builtin", "custom");
      default -> Candidates.NONE;
    };
  }

  private static Candidates values(String name, EngineNames engine) {
    return switch (name) {
      case "ancestor" -> engine.names(ObjectKind.IMAGE);
      case "before", "name", "since" -> engine.containers(true, Set.of());
      case "health" -> Candidates.of("healthy", "none", "starting", "unhealthy");
      case "is-task" -> BOOLEANS;
      case "isolation" -> Candidates.of("default", "hyperv", "process");
      case "label", "label!" -> engine.labels();
      case "network" -> engine.names(ObjectKind.NETWORK);
      case "status" ->
          Candidates.of(words("created dead exited paused removing restarting running"));
      case "volume" -> engine.names(ObjectKind.VOLUME);
      default -> Candidates.NONE;
    };
  }
}
