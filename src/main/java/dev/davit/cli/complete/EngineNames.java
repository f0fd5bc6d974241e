package dev.davit.cli.complete;

import dev.davit.copy.DirectoryNames;
import dev.davit.engine.Containers.ListOptions;
import dev.davit.engine.Engine;
import dev.davit.engine.model.ContainerSummary;
import dev.davit.engine.model.EngineInfo;
import dev.davit.engine.model.ImageSummary;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The names of things an engine has; none where it does not answer. */
public final class EngineNames {
  private static final int SHORT_ID = 12;

  private final Supplier<Engine> engine;
  private final boolean withIds;
  private boolean silent;

  /**
   * Names of what {@code engine} has.
   *
   * @param withIds whether containers are offered by their short ids too
   */
  public EngineNames(Supplier<Engine> engine, boolean withIds) {
    this.engine = engine;
    this.withIds = withIds;
  }

  /** A question to the engine. */
  private interface Question<R> {
    R ask(Engine engine) throws IOException;
  }

  /** An engine that did not answer once is not asked again: each question may wait. */
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

  /** Containers in one of the states, any state if there are none. */
  Candidates containers(boolean all, Set<String> states) {
    return Candidates.of(
        list(all)
            .filter(container -> states.isEmpty() || states.contains(state(container)))
            .flatMap(this::named));
  }

  private Stream<ContainerSummary> list(boolean all) {
    return each(asked -> asked.containers().list(new ListOptions(all, 0, false, null)));
  }

  private static String state(ContainerSummary container) {
    return Objects.requireNonNullElse(container.state(), "");
  }

  private Stream<Candidate> named(ContainerSummary container) {
    String about =
        container.image() + ", " + Objects.requireNonNullElse(container.status(), "no status");
    Stream<String> ids =
        withIds && container.id().length() >= SHORT_ID
            ? Stream.of(container.id().substring(0, SHORT_ID))
            : Stream.empty();
    // a link's name has the other container's in front
    Stream<String> names =
        orNone(container.names())
            .map(name -> name.startsWith("/") ? name.substring(1) : name)
            .filter(name -> name.indexOf('/') < 0);
    return Stream.concat(ids, names).map(name -> new Candidate(name, about));
  }

  /** What is in a folder of a container. */
  Candidates paths(String container, String folder) {
    return Candidates.of(
        this.<String>each(asked -> DirectoryNames.of(asked.archives(), container, folder))
            .toList());
  }

  Candidates images() {
    return Candidates.of(
        this.<ImageSummary>each(asked -> asked.images().list())
            .flatMap(image -> orNone(image.repoTags()))
            .filter(tag -> !tag.startsWith("<none>"))
            .map(tag -> new Candidate(tag, "image")));
  }

  Candidates networks() {
    return Candidates.of(
        each(asked -> asked.networks().list())
            .map(network -> new Candidate(network.name(), network.driver() + " network")));
  }

  Candidates volumes() {
    return Candidates.of(
        each(asked -> asked.volumes().list())
            .map(volume -> new Candidate(volume.name(), volume.driver() + " volume")));
  }

  /** The labels containers have, each as {@code NAME=VALUE}. */
  Candidates labels() {
    return Candidates.of(
        list(true)
            .map(ContainerSummary::labels)
            .filter(Objects::nonNull)
            .flatMap(labels -> labels.entrySet().stream())
            .map((Map.Entry<String, String> label) -> label.getKey() + '=' + label.getValue())
            .distinct()
            .toList());
  }

  Candidates logDrivers() {
    return drivers(EngineInfo.Plugins::log);
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
