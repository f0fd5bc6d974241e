package dev.davit.cli.complete;

import static dev.davit.cli.complete.FlagWords.words;

import java.util.List;
import java.util.Set;

/** The names of filters and their values. */
final class Filter {
  private static final List<String> OF_PS =
      words(
          """
          ancestor= before= exited= expose= health= id= is-task= isolation= label= name= network=
          publish= since= status= volume=
          """);
  private static final List<String> OF_PRUNE = words("label= label!= until=");

  private Filter() {}

  static Candidates of(String command, String typed, EngineNames engine) {
    int equals = typed.indexOf('=');
    if (equals < 0) {
      return Candidates.of(command.equals("prune") ? OF_PRUNE : OF_PS);
    }
    return values(typed.substring(0, equals), engine).behind(typed.substring(0, equals + 1));
  }

  private static Candidates values(String name, EngineNames engine) {
    return switch (name) {
      case "ancestor" -> engine.images();
      case "before", "name", "since" -> engine.containers(true, Set.of());
      case "health" -> Candidates.of("healthy", "none", "starting", "unhealthy");
      case "is-task" -> Candidates.of("false", "true");
      case "isolation" -> Candidates.of("default", "hyperv", "process");
      case "label", "label!" -> engine.labels();
      case "network" -> engine.networks();
      case "status" ->
          Candidates.of(words("created dead exited paused removing restarting running"));
      case "volume" -> engine.volumes();
      default -> Candidates.NONE;
    };
  }
}
