package dev.davit.cli.complete;

import static dev.davit.cli.complete.FlagWords.words;

import dev.davit.opts.CopyEndpoint;
import dev.davit.resource.ObjectKind;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The completers of flags and arguments that several commands share or that have their own syntax.
 */
public enum Completers implements Completer {
  /** No candidates. */
  NOTHING,
  /** A container in any state. */
  CONTAINER,
  /** A container that the engine lists as running, including paused and restarting containers. */
  RUNNING_CONTAINER,
  UNPAUSED_CONTAINER,
  PAUSED_CONTAINER,
  /** A container that can be started, or removed without force. */
  STOPPED_CONTAINER,
  /** A container that is connected to the network of the first argument. */
  CONNECTED_CONTAINER,
  /** A container that is not connected to the network of the first argument. */
  UNCONNECTED_CONTAINER,
  /** An object of any kind that has names. */
  ANY_OBJECT,
  IMAGE,
  IMAGES_FILTER,
  IMAGE_PRUNE_FILTER,
  BUILD_CACHE_FILTER,
  CONTEXT,
  EVENTS_FILTER,
  FILE,
  DIRECTORY,
  /** A path on the client's host or in a container. */
  COPY_ENDPOINT,
  BOOLEAN,
  CAPABILITY,
  DEVICE_REQUEST,
  /** The endpoint of a context: {@code host=…,ca=…}. */
  ENDPOINT,
  ENVIRONMENT_VARIABLE,
  HOST,
  /** An IPC namespace: {@code container:NAME} or a word. */
  IPC,
  ISOLATION,
  /** A job on a swarm. */
  JOB,
  LINK,
  LOG_DRIVER,
  LOG_OPTION,
  MOUNT,
  NETWORK,
  NETWORK_DRIVER,
  NETWORK_PRUNE_FILTER,
  NETWORKS_FILTER,
  PID,
  PLATFORM,
  PRUNE_FILTER,
  PS_FILTER,
  PUBLISH,
  SEARCH_FILTER,
  /** A registry that config.json names. */
  REGISTRY,
  SECURITY_OPTION,
  SIGNAL,
  ULIMIT,
  /** A volume or a path, and where a container mounts it. */
  VOLUME,
  VOLUME_DRIVER,
  VOLUME_PRUNE_FILTER,
  VOLUMES_FILTER;

  private static final String IN_CONTAINER = "container:";

  @Override
  public Candidates candidates(Typing typing) {
    EngineNames engine = typing.engine();
    return switch (this) {
      case NOTHING -> Candidates.NONE;
      case CONTAINER -> engine.containers(true, Set.of());
      case RUNNING_CONTAINER -> engine.containers(false, Set.of());
      case UNPAUSED_CONTAINER -> engine.containers(false, Set.of("running"));
      case PAUSED_CONTAINER -> engine.containers(false, Set.of("paused"));
      case STOPPED_CONTAINER -> engine.containers(true, Set.of("created", "exited"));
      case CONNECTED_CONTAINER -> engine.containers(typing.arguments().getFirst(), true);
      case UNCONNECTED_CONTAINER -> engine.containers(typing.arguments().getFirst(), false);
      case ANY_OBJECT ->
          Arrays.stream(ObjectKind.values())
              .map(engine::names)
              .reduce(Candidates.NONE, Candidates::and);
      case IMAGE -> engine.names(ObjectKind.IMAGE);
      case IMAGES_FILTER -> Filter.ofImages(typing);
      case IMAGE_PRUNE_FILTER -> Filter.ofImagePrune(typing);
      case BUILD_CACHE_FILTER -> Filter.ofBuildCache(typing);
      case CONTEXT -> Candidates.of(typing.contexts().get());
      case EVENTS_FILTER -> Filter.ofEvents(typing);
      case FILE -> Candidates.FILES;
      case DIRECTORY -> Candidates.DIRECTORIES;
      case COPY_ENDPOINT -> copyEndpoint(typing);
      case BOOLEAN -> Candidates.of("true", "false");
      case CAPABILITY -> Candidates.of(FlagWords.CAPABILITIES);
      case DEVICE_REQUEST -> Pairs.devices(typing);
      case ENDPOINT -> Pairs.endpoint(typing);
      case ENVIRONMENT_VARIABLE -> Candidates.of(typing.variables().stream().sorted().toList());
      case HOST -> Candidates.of("unix://", "tcp://", "ssh://");
      case IPC -> namespace(typing, Candidates.of(words("host none private shareable")));
      case ISOLATION -> Candidates.of("default", "hyperv", "process");
      case JOB -> engine.jobs();
      case LINK -> engine.containers(true, Set.of()).followedBy(":");
      case LOG_DRIVER -> engine.logDrivers();
      case LOG_OPTION -> Candidates.of(FlagWords.logOptions(typing.valuesOf("log-driver")));
      case MOUNT -> Pairs.mount(typing);
      case NETWORK -> network(typing);
      case NETWORK_DRIVER -> engine.networkDrivers();
      case NETWORK_PRUNE_FILTER -> Filter.ofNetworkPrune(typing);
      case NETWORKS_FILTER -> Filter.ofNetworks(typing);
      case PID -> namespace(typing, Candidates.of("host"));
      case PLATFORM -> Candidates.of(FlagWords.PLATFORMS);
      case PRUNE_FILTER -> Filter.ofPrune(typing);
      case PS_FILTER -> Filter.ofContainers(typing);
      case PUBLISH -> Pairs.publish(typing);
      case SEARCH_FILTER -> Filter.ofSearch(typing);
      case REGISTRY -> Candidates.of(typing.registries().get());
      case SECURITY_OPTION -> securityOption(typing);
      case SIGNAL -> Candidates.of(FlagWords.SIGNALS);
      case ULIMIT -> Candidates.of(FlagWords.ULIMITS);
      case VOLUME -> volume(typing);
      case VOLUME_DRIVER -> engine.volumeDrivers();
      case VOLUME_PRUNE_FILTER -> Filter.ofVolumePrune(typing);
      case VOLUMES_FILTER -> Filter.ofVolumes(typing);
    };
  }

  private static Candidates copyEndpoint(Typing typing) {
    EngineNames engine = typing.engine();
    if (CopyEndpoint.parse(typing.word()) instanceof CopyEndpoint.InContainer in) {
      String directory = in.path().substring(0, in.path().lastIndexOf('/') + 1);
      return engine
          .paths(in.container(), directory.isEmpty() ? "/" : directory)
          .behind(in.container() + ':' + directory);
    }
    return typing.isPath()
        ? Candidates.FILES
        : engine.containers(true, Set.of()).followedBy(":").and(Candidates.FILES);
  }

  private static Candidates securityOption(Typing typing) {
    return typing.word().startsWith("seccomp=")
        ? Candidates.FILES.and(Candidates.of("seccomp=unconfined"))
        : Candidates.of(
            words("apparmor= label= no-new-privileges seccomp= systempaths=unconfined"));
  }

  /** Completes {@code container:NAME}, or one of {@code others}. */
  private static Candidates namespace(Typing typing, Candidates others) {
    return typing.word().startsWith(IN_CONTAINER)
        ? typing.engine().containers(false, Set.of()).behind(IN_CONTAINER)
        : others.and(Candidates.of(IN_CONTAINER));
  }

  private static Candidates network(Typing typing) {
    return typing.word().indexOf('=') >= 0
        ? Pairs.network(typing)
        : namespace(typing, typing.engine().names(ObjectKind.NETWORK).and(Candidates.of("name=")));
  }

  /** Completes a volume or a path on the client's host, the path in the container, and options. */
  private static Candidates volume(Typing typing) {
    String typed = typing.word();
    int colon = typed.indexOf(':');
    if (colon < 0) {
      return typing.isPath()
          ? Candidates.FILES
          : typing.engine().names(ObjectKind.VOLUME).followedBy(":").and(Candidates.FILES);
    }
    int second = typed.indexOf(':', colon + 1);
    return second < 0
        ? Candidates.NONE
        : Candidates.of(List.of("ro", "rw", "z", "Z", "nocopy"))
            .behind(typed.substring(0, second + 1));
  }
}
