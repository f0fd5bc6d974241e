package dev.davit.select;

import dev.davit.engine.model.ContainerDetails;
import dev.davit.engine.model.ContainerSummary;
import dev.davit.engine.model.ContainerSummary.MountPoint;
import dev.davit.engine.model.ContainerSummary.Port;
import dev.davit.opts.ImageRef;
import dev.davit.resource.ContainerColumns;
import dev.davit.resource.ObjectKind;
import dev.davit.resource.ShortId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The values of containers that filters are compared with; a value that is not set is missing. */
final class Facts {
  private static final String PROJECT = "com.docker.compose.project";

  private static final Set<String> ENDED = Set.of("exited", "dead");

  private Facts() {}

  /** Returns the texts of a key, one of which a filter must equal or match. */
  static List<String> texts(FilterKey key, ContainerSummary container) {
    return switch (key) {
      case HEALTH -> List.of(health(container));
      case ID -> List.of(container.id());
      case IMAGE -> images(container);
      case LABEL -> labels(container);
      case NAME ->
          ObjectKind.nameOf(container).map(name -> List.of(name, '/' + name)).orElse(List.of());
      case NETWORK -> networks(container);
      case PORT -> ports(container);
      case PROJECT -> project(container);
      case STATUS -> List.of(Objects.requireNonNullElse(container.state(), ""));
      case VOLUME -> volumes(container);
      default -> throw new IllegalArgumentException("has no texts: " + key);
    };
  }

  /** Whether the container's process has ended, so that it has an exit code. */
  static boolean hasEnded(ContainerSummary container) {
    return ENDED.contains(Objects.requireNonNullElse(container.state(), ""));
  }

  private static String health(ContainerSummary container) {
    String health = ContainerColumns.health(container);
    return health.isEmpty() ? "none" : health;
  }

  /** Returns the image as listed, with and without the tag {@code latest}, and its ID. */
  private static List<String> images(ContainerSummary container) {
    List<String> texts = new ArrayList<>(List.of(container.image()));
    String familiar = ImageRef.familiarOf(container.image());
    texts.add(familiar);
    if (familiar.endsWith(":latest")) {
      texts.add(familiar.substring(0, familiar.lastIndexOf(':')));
    }
    String id = container.imageId();
    if (id != null && !id.isEmpty()) {
      texts.addAll(List.of(id, id.substring(id.indexOf(':') + 1), ShortId.of(id)));
    }
    return texts;
  }

  /** Returns each label as {@code KEY} and as {@code KEY=VALUE}. */
  private static List<String> labels(ContainerSummary container) {
    List<String> texts = new ArrayList<>();
    if (container.labels() != null) {
      container.labels().forEach((name, value) -> texts.addAll(List.of(name, name + '=' + value)));
    }
    return texts;
  }

  private static List<String> networks(ContainerSummary container) {
    ContainerSummary.NetworkSettings settings = container.networkSettings();
    return settings == null || settings.networks() == null
        ? List.of()
        : List.copyOf(settings.networks().keySet());
  }

  /** Returns the ports in the container and on the host: {@code 80} and {@code 80/tcp}. */
  private static List<String> ports(ContainerSummary container) {
    List<String> texts = new ArrayList<>();
    for (Port port : ports(container.ports())) {
      for (int number : List.of(port.privatePort(), port.publicPort())) {
        texts.addAll(List.of(Integer.toString(number), number + "/" + port.type()));
      }
    }
    return texts;
  }

  static List<Port> ports(@Nullable List<Port> ports) {
    return Objects.requireNonNullElse(ports, List.of());
  }

  private static List<String> project(ContainerSummary container) {
    String project = container.labels() == null ? null : container.labels().get(PROJECT);
    return project == null ? List.of() : List.of(project);
  }

  /** Returns the names or sources of mounts, and their paths in the container. */
  private static List<String> volumes(ContainerSummary container) {
    List<String> texts = new ArrayList<>();
    for (MountPoint mount : Objects.requireNonNullElse(container.mounts(), List.<MountPoint>of())) {
      Stream.of(mount.name(), mount.source(), mount.destination())
          .map(text -> Objects.requireNonNullElse(text, ""))
          .filter(text -> !text.isEmpty())
          .forEach(texts::add);
    }
    return texts;
  }

  /** Returns each environment variable as {@code NAME} and as {@code NAME=VALUE}. */
  static List<String> env(ContainerDetails details) {
    List<String> texts = new ArrayList<>();
    for (String variable : Objects.requireNonNullElse(details.config().env(), List.<String>of())) {
      int equals = variable.indexOf('=');
      texts.add(variable);
      texts.add(equals < 0 ? variable : variable.substring(0, equals));
    }
    return texts;
  }
}
