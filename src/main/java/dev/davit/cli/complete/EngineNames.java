package dev.davit.cli.complete;

import dev.davit.copy.DirectoryNames;
import dev.davit.engine.Containers.ListOptions;
import dev.davit.engine.Engine;
import dev.davit.engine.Images;
import dev.davit.engine.model.ContainerSummary;
import dev.davit.engine.model.EngineInfo;
import dev.davit.engine.model.ImageSummary;
import dev.davit.engine.model.NetworkSummary;
import dev.davit.engine.model.VolumeSummary;
import dev.davit.job.Jobs;
import dev.davit.resource.ObjectKind;
import dev.davit.resource.ObjectName;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lists the names of an engine's objects; empty if the engine does not respond. */
public final class EngineNames {
  private final Supplier<Engine> engine;
  private final boolean withIds;
  private boolean silent;

  /**
   * Creates a list of names.
   *
   * @param withIds whether containers are offered by their short IDs, too
   */
  public EngineNames(Supplier<Engine> engine, boolean withIds) {
    this.engine = engine;
    this.withIds = withIds;
  }

  /** Whether a request to the engine has failed. */
  public boolean isSilent() {
    return silent;
  }

  /** A request to the engine. */
  private interface Question<R> {
    R ask(Engine engine) throws IOException;
  }

  /** Sends a request, unless one has failed before: each would wait for the timeout. */
  private <R> Stream<R> each(Question<List<R>> question) {
    if (silent) {
      return Stream.empty();
    }
    try {
      return question.ask(engine.get()).stream();
    } catch (IOException e) {
      silent = true;
      return Stream.empty();
    }
  }

  /** Containers in one of these states; an empty set stands for all states. */
  Candidates containers(boolean all, Set<String> states) {
    return containers(
        list(all).filter(container -> states.isEmpty() || states.contains(state(container))));
  }

  /** Containers in any state that are connected, or not connected, to a network of this name. */
  Candidates containers(String network, boolean connected) {
    return containers(list(true).filter(each -> isIn(network, each) == connected));
  }

  /** The jobs of a swarm. */
  Candidates jobs() {
    return candidates(
        each(asked -> Jobs.list(asked.swarm(), List.of()))
            .map(job -> new ObjectName(job.name(), "", false)));
  }

  private Candidates containers(Stream<ContainerSummary> containers) {
    return candidates(containers.flatMap(ObjectKind::names));
  }

  private static boolean isIn(String network, ContainerSummary container) {
    ContainerSummary.NetworkSettings settings = container.networkSettings();
    return settings != null
        && settings.networks() != null
        && settings.networks().containsKey(network);
  }

  private Stream<ContainerSummary> list(boolean all) {
    return each(asked -> asked.containers().list(new ListOptions(all, 0, false, null)));
  }

  private static String state(ContainerSummary container) {
    return Objects.requireNonNullElse(container.state(), "");
  }

  /** The names of all objects of a kind. */
  Candidates names(ObjectKind kind) {
    return candidates(each(asked -> kind.names(asked).toList()));
  }

  private Candidates candidates(Stream<ObjectName> names) {
    return Candidates.of(
        names
            .filter(name -> withIds || !name.isId())
            .map(name -> new Candidate(name.name(), name.about())));
  }

  /** The names in a directory of a container. */
  Candidates paths(String container, String folder) {
    return Candidates.of(
        this.<String>each(asked -> DirectoryNames.of(asked.archives(), container, folder))
            .toList());
  }

  /** The labels of all containers, each as {@code NAME=VALUE}. */
  Candidates labels() {
    return labels(list(true).map(ContainerSummary::labels));
  }

  /** The labels of all images, each as {@code NAME=VALUE}. */
  Candidates labelsOfImages() {
    return labels(
        each(asked -> asked.images().list(Images.ListOptions.DEFAULT)).map(ImageSummary::labels));
  }

  /** The labels of all networks, each as {@code NAME=VALUE}. */
  Candidates labelsOfNetworks() {
    return labels(each(asked -> asked.networks().list(null)).map(NetworkSummary::labels));
  }

  /** The labels of all volumes, each as {@code NAME=VALUE}. */
  Candidates labelsOfVolumes() {
    return labels(each(asked -> asked.volumes().list(null)).map(VolumeSummary::labels));
  }

  private static Candidates labels(Stream<@Nullable Map<String, String>> labels) {
    return Candidates.of(
        labels
            .filter(Objects::nonNull)
            .flatMap(each -> each.entrySet().stream())
            .map((Map.Entry<String, String> label) -> label.getKey() + '=' + label.getValue())
            .distinct()
            .toList());
  }

  Candidates logDrivers() {
    return drivers(EngineInfo.Plugins::log);
  }

  Candidates networkDrivers() {
    return drivers(EngineInfo.Plugins::network);
  }

  Candidates volumeDrivers() {
    return drivers(EngineInfo.Plugins::volume);
  }

  private Candidates drivers(Function<EngineInfo.Plugins, @Nullable List<String>> kind) {
    return Candidates.of(
        each(asked -> Stream.of(asked.system().info()).toList())
            .map(EngineInfo::plugins)
            .filter(Objects::nonNull)
            .flatMap(plugins -> orNone(kind.apply(plugins)))
            .toList());
  }

  private static Stream<String> orNone(@Nullable List<String> list) {
    return list == null ? Stream.empty() : list.stream();
  }
}
