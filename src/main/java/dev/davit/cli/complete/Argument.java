package dev.davit.cli.complete;

import dev.davit.opts.CopyEndpoint;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** What an argument of a command stands for. */
public enum Argument {
  /** Nothing that could be listed. */
  NOTHING,
  /** In any state. */
  CONTAINER,
  /** Paused and restarting ones too, as the engine lists them. */
  RUNNING_CONTAINER,
  UNFROZEN_CONTAINER,
  FROZEN_CONTAINER,
  /** One that can be started, or removed without force. */
  IDLE_CONTAINER,
  IMAGE,
  NETWORK,
  VOLUME,
  /** A container, image, network or volume. */
  ANYTHING,
  CONTEXT,
  FILE,
  /** A path here or in a container. */
  COPY_ENDPOINT;

  /** A thing of the kind that {@code inspect --type} names. */
  public static Argument ofKind(String kind) {
    return switch (kind) {
      case "" -> ANYTHING;
      case "container" -> CONTAINER;
      case "image" -> IMAGE;
      case "network" -> NETWORK;
      case "volume" -> VOLUME;
      default -> NOTHING;
    };
  }

  /**
   * What it can be of which {@code typed} stands already.
   *
   * @param contexts the names of contexts
   */
  public Candidates candidates(EngineNames engine, Supplier<List<String>> contexts, String typed) {
    return switch (this) {
      case NOTHING -> Candidates.NONE;
      case CONTAINER -> engine.containers(true, Set.of());
      case RUNNING_CONTAINER -> engine.containers(false, Set.of());
      case UNFROZEN_CONTAINER -> engine.containers(false, Set.of("running"));
      case FROZEN_CONTAINER -> engine.containers(false, Set.of("paused"));
      case IDLE_CONTAINER -> engine.containers(true, Set.of("created", "exited"));
      case IMAGE -> engine.images();
      case NETWORK -> engine.networks();
      case VOLUME -> engine.volumes();
      case ANYTHING ->
          engine
              .containers(true, Set.of())
              .and(engine.images())
              .and(engine.networks())
              .and(engine.volumes());
      case CONTEXT -> Candidates.of(contexts.get());
      case FILE -> Candidates.FILES;
      case COPY_ENDPOINT -> copyEndpoint(engine, typed);
    };
  }

  private static Candidates copyEndpoint(EngineNames engine, String typed) {
    if (CopyEndpoint.parse(typed) instanceof CopyEndpoint.InContainer in) {
      String folder = in.path().substring(0, in.path().lastIndexOf('/') + 1);
      return engine
          .paths(in.container(), folder.isEmpty() ? "/" : folder)
          .behind(in.container() + ':' + folder);
    }
    boolean path = typed.startsWith("/") || typed.startsWith(".") || typed.startsWith("~");
    return path
        ? Candidates.FILES
        : engine.containers(true, Set.of()).followedBy(":").and(Candidates.FILES);
  }
}
