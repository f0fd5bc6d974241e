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
          age< age> ancestor= before= env= exit= exited= expose= health= id= image= is-task=
          isolation= label= name= network= oom= port= project= publish= restarts> since= size>
          status= volume=
          """);
  private static final List<String> OF_PRUNE = words("label= label!= until=");
  private static final List<String> OF_IMAGES =
      words("before= dangling= label= reference= since= until=");
  private static final List<String> OF_NETWORKS =
      words("dangling= driver= id= label= name= scope= type=");
  private static final List<String> OF_SEARCH = words("is-automated= is-official= stars=");
  private static final List<String> OF_VOLUMES = words("dangling= driver= label= name=");
  private static final List<String> OF_VOLUME_PRUNE = words("all= label= label!=");
  private static final List<String> OF_BUILD_CACHE =
      words("description= id= inuse= label= parent= private= shared= type= until=");
  private static final Set<String> BOOLEAN_KEYS = Set.of("inuse", "private", "shared");
  private static final List<String> OF_EVENTS =
      words(
          """
          config= container= daemon= event= image= label= network= node= plugin= scope= secret=
          service= type= volume=
          """);
  private static final List<String> ACTIONS =
      words(
          """
          attach commit connect copy create delete destroy detach die disable disconnect enable
          exec_create exec_detach exec_die exec_start export health_status import install kill
          load mount oom pause prune pull push reload remove rename resize restart save start
          stop tag top unmount unpause untag update
          """);
  private static final List<String> TYPES =
      words(
          """
          builder config container daemon image network node plugin secret service volume
          """);
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

  static Candidates ofVolumes(Typing typing) {
    return of(OF_VOLUMES, Filter::valuesOfVolumes, typing);
  }

  static Candidates ofVolumePrune(Typing typing) {
    return of(OF_VOLUME_PRUNE, Filter::valuesOfVolumes, typing);
  }

  static Candidates ofBuildCache(Typing typing) {
    return of(
        OF_BUILD_CACHE,
        (name, engine) -> BOOLEAN_KEYS.contains(name) ? BOOLEANS : Candidates.NONE,
        typing);
  }

  static Candidates ofEvents(Typing typing) {
    return of(OF_EVENTS, Filter::valuesOfEvents, typing);
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

  private static Candidates valuesOfVolumes(String name, EngineNames engine) {
    return switch (name) {
      case "all", "dangling" -> BOOLEANS;
      case "driver" -> engine.volumeDrivers();
      case "label", "label!" -> engine.labelsOfVolumes();
      case "name" -> engine.names(ObjectKind.VOLUME);
      default -> Candidates.NONE;
    };
  }

  private static Candidates valuesOfEvents(String name, EngineNames engine) {
    return switch (name) {
      case "container" -> engine.containers(true, Set.of());
      case "event" -> Candidates.of(ACTIONS);
      case "image" -> engine.names(ObjectKind.IMAGE);
      case "scope" -> Candidates.of("local", "swarm");
      case "type" -> Candidates.of(TYPES);
      case "volume" -> engine.names(ObjectKind.VOLUME);
      default -> values(name, engine);
    };
  }

  private static Candidates values(String key, EngineNames engine) {
    String name = key.endsWith("!") ? key.substring(0, key.length() - 1) : key;
    return switch (name) {
      case "ancestor", "image" -> engine.names(ObjectKind.IMAGE);
      case "before", "name", "since" -> engine.containers(true, Set.of());
      case "health" -> Candidates.of("healthy", "none", "starting", "unhealthy");
      case "is-task", "oom" -> BOOLEANS;
      case "isolation" -> Candidates.of("default", "hyperv", "process");
      case "label" -> engine.labels();
      case "network" -> engine.names(ObjectKind.NETWORK);
      case "status" ->
          Candidates.of(words("created dead exited paused removing restarting running"));
      case "volume" -> engine.names(ObjectKind.VOLUME);
      default -> Candidates.NONE;
    };
  }
}
