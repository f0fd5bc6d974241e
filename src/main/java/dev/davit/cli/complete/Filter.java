package dev.davit.cli.complete;

import static dev.davit.cli.complete.FlagWords.words;

import dev.davit.resource.ObjectKind;
import java.util.List;
import java.util.Set;

/** Completes filters: names, and values of a name. */
final class Filter {
  private static final List<String> OF_CONTAINERS =
      words(
          """
          ancestor= before= exited= expose= health= id= is-task= isolation= label= name= network=
          publish= since= status= volume=
          """);
  private static final List<String> OF_PRUNE = words("label= label!= until=");

  private Filter() {}

  static Candidates ofContainers(Typing typing) {
    return of(OF_CONTAINERS, typing);
  }

  static Candidates ofPrune(Typing typing) {
    return of(OF_PRUNE, typing);
  }

  private static Candidates of(List<String> names, Typing typing) {
    String typed = typing.word();
    int equals = typed.indexOf('=');
    if (equals < 0) {
      return Candidates.of(names);
    }
    return values(typed.substring(0, equals), typing.engine())
        .behind(typed.substring(0, equals + 1));
  }

  private static Candidates values(String name, EngineNames engine) {
    return switch (name) {
      case "ancestor" -> engine.names(ObjectKind.IMAGE);
      case "before", "name", "since" -> engine.containers(true, Set.of());
      case "health" -> Candidates.of("healthy", "none", "starting", "unhealthy");
      case "is-task" -> Candidates.of("false", "true");
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
