package dev.davit.command.removal;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.ExitCode;
import dev.davit.engine.Containers;
import dev.davit.engine.Images;
import dev.davit.engine.Volumes;
import dev.davit.engine.model.BuildCacheRecord;
import dev.davit.engine.model.ContainerSummary;
import dev.davit.engine.model.ContainerSummary.MountPoint;
import dev.davit.engine.model.DiskUsage;
import dev.davit.engine.model.ImageSummary;
import dev.davit.engine.model.NetworkSummary;
import dev.davit.engine.model.VolumeSummary;
import dev.davit.opts.Filters;
import dev.davit.resource.ApiTime;
import dev.davit.resource.DiskUsageColumns;
import dev.davit.resource.ImageRows;
import dev.davit.resource.NetworkUsage;
import dev.davit.resource.ObjectKind;
import dev.davit.resource.PruneFilter;
import dev.davit.text.NaturalOrder;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The objects that a prune would remove, selected by the rules of the engine. Labels are read from
 * the lists of objects, and sizes from the disk usage, where Podman has no labels.
 */
public final class PrunePreview {
  private static final String ANONYMOUS = "com.docker.volume.anonymous";

  /** The types of build cache records that are only removed with {@code --all}. */
  private static final Set<String> KEPT = Set.of("frontend", "internal");

  private static final Containers.ListOptions RUNNING =
      new Containers.ListOptions(false, 0, false, null);

  private static final List<String> UNUSED = List.of("dangling=true");

  /** Networks of every engine; Podman has no filter {@code type} that leaves them out. */
  private static final Set<String> PREDEFINED = Set.of("bridge", "host", "none");

  private final CommandContext in;
  private final PruneFilter filter;
  private final boolean sizes;
  private @Nullable List<ContainerSummary> containers;
  private @Nullable DiskUsage usage;

  /**
   * Creates a preview.
   *
   * @param filters the filters of the command line and of config.json
   * @param sizes whether to request sizes, which is slow
   */
  PrunePreview(CommandContext in, List<String> filters, boolean sizes) {
    this.in = in;
    this.filter = filter(in, filters);
    this.sizes = sizes;
  }

  /** Reads filters; an invalid one is refused with the engine's message. */
  public static PruneFilter filter(CommandContext in, List<String> filters) {
    try {
      List<String> given = filters.stream().filter(each -> !each.isEmpty()).toList();
      return PruneFilter.of(given, in.timestamps());
    } catch (IllegalArgumentException e) {
      throw new CommandException(String.valueOf(e.getMessage()), ExitCode.FAILURE, e);
    }
  }

  /** Requests all containers, once; with sizes if containers are the first objects to show. */
  private List<ContainerSummary> allContainers(boolean withSizes) throws IOException {
    if (containers == null) {
      containers =
          in.engine().containers().list(new Containers.ListOptions(true, 0, withSizes, null));
    }
    return containers;
  }

  /**
   * Requests the disk usage, once.
   *
   * @param type the only kind of objects to show; null if more kinds follow
   */
  private DiskUsage usage(@Nullable String type) throws IOException {
    if (usage == null) {
      usage = in.engine().system().diskUsage(type);
    }
    return usage;
  }

  /** Returns the containers that are not running. */
  public List<Candidate> containers() throws IOException {
    return allContainers(sizes).stream().filter(this::isPruned).map(this::candidate).toList();
  }

  private boolean isPruned(ContainerSummary container) {
    return !DiskUsageColumns.isActive(container)
        && filter.matches(container.labels(), Instant.ofEpochSecond(container.created()));
  }

  private Candidate candidate(ContainerSummary container) {
    return new Candidate(
            container.id(),
            ObjectKind.nameOf(container).orElse(""),
            sizes ? container.sizeRw() : null,
            Instant.ofEpochSecond(container.created()))
        .with(container.labels());
  }

  /** Returns the containers that remain, which use images and volumes. */
  private List<ContainerSummary> remaining(boolean withoutContainers) throws IOException {
    return allContainers(false).stream()
        .filter(container -> !withoutContainers || !isPruned(container))
        .toList();
  }

  /**
   * Returns the images that no container uses, with the disk space that no other image shares.
   *
   * @param all whether images with a tag are removed, too
   * @param afterContainers whether stopped containers are removed before
   */
  public List<Candidate> images(boolean all, boolean afterContainers) throws IOException {
    Set<String> used =
        remaining(afterContainers).stream()
            .map(container -> String.valueOf(container.imageId()))
            .collect(Collectors.toSet());
    Map<String, Long> unique = new HashMap<>();
    if (sizes) {
      usage(afterContainers ? null : "image").images().stream()
          .filter(image -> image.sharedSize() >= 0)
          .forEach(image -> unique.put(image.id(), image.size() - image.sharedSize()));
    }
    List<Candidate> candidates = new ArrayList<>();
    for (ImageSummary image : in.engine().images().list(Images.ListOptions.DEFAULT)) {
      Instant created = Instant.ofEpochSecond(image.created());
      String tag = ImageRows.firstTag(image);
      if ((all || tag.isEmpty())
          && !used.contains(image.id())
          && filter.matches(image.labels(), created)) {
        candidates.add(
            new Candidate(image.id(), tag, unique.get(image.id()), created)
                .named(ImageRows.names(image))
                .with(image.labels()));
      }
    }
    return candidates;
  }

  /**
   * Returns the networks that no running container uses. Engines of API 1.41 list networks in use
   * as dangling, too.
   */
  public List<Candidate> networks() throws IOException {
    NetworkUsage running = NetworkUsage.by(in.engine().containers().list(RUNNING));
    return in.engine().networks().list(Filters.toJson(UNUSED)).stream()
        .filter(each -> running.of(each.name()).isEmpty())
        .filter(each -> !each.configOnly() && !each.ingress()) // never pruned
        .filter(each -> !PREDEFINED.contains(each.name()))
        .filter(each -> filter.matches(each.labels(), new ApiTime(each.created()).instant()))
        .sorted((a, b) -> NaturalOrder.INSTANCE.compare(a.name(), b.name()))
        .map(PrunePreview::candidate)
        .toList();
  }

  /** Returns the entry of a network, which uses no disk space. */
  public static Candidate candidate(NetworkSummary network) {
    return new Candidate(network.id(), network.name(), null, known(network.created()))
        .with(network.labels());
  }

  /** Returns a time of creation; null if the engine does not know it. */
  private static @Nullable Instant known(String created) {
    return created.isEmpty() ? null : new ApiTime(created).instant();
  }

  /**
   * Returns the volumes of the driver {@code local} that no container uses.
   *
   * @param named whether to include volumes with a name, as engines before API 1.42 always do
   * @param afterContainers whether stopped containers are removed before
   */
  public List<Candidate> volumes(boolean named, boolean afterContainers) throws IOException {
    if (filter.until() != null) {
      throw CommandException.refused("invalid filter 'until'"); // prunes of volumes lack it
    }
    boolean all = named || in.engine().apiVersion().isBefore(Volumes.PRUNE_KEEPS_NAMED);
    Map<String, Long> space =
        sizes
            ? DiskUsageColumns.sizesOfVolumes(usage(afterContainers ? null : "volume"))
            : Map.of();
    return unusedVolumes(afterContainers).stream()
        .filter(each -> each.driver().equals("local"))
        .filter(each -> all || isAnonymous(each))
        .filter(each -> filter.matches(each.labels(), Instant.EPOCH))
        .sorted((a, b) -> NaturalOrder.INSTANCE.compare(a.name(), b.name()))
        .map(each -> candidate(each, space.get(each.name())))
        .toList();
  }

  private List<VolumeSummary> unusedVolumes(boolean afterContainers) throws IOException {
    if (!afterContainers) {
      return in.engine().volumes().list(Filters.toJson(List.of("dangling=true")));
    }
    Set<String> used =
        remaining(true).stream()
            .flatMap(
                each -> Objects.requireNonNullElse(each.mounts(), List.<MountPoint>of()).stream())
            .map(mount -> String.valueOf(mount.name()))
            .collect(Collectors.toSet());
    return in.engine().volumes().list(null).stream()
        .filter(each -> !used.contains(each.name()))
        .toList();
  }

  private static boolean isAnonymous(VolumeSummary volume) {
    return volume.labels() != null && volume.labels().containsKey(ANONYMOUS);
  }

  /**
   * Returns the entry of a volume.
   *
   * @param size the disk space in bytes; null if it is unknown
   */
  public static Candidate candidate(VolumeSummary volume, @Nullable Long size) {
    return new Candidate(volume.name(), volume.name(), size, known(volume.createdAt()))
        .with(volume.labels());
  }

  /**
   * Returns the build cache that is not in use; engines ignore filters of labels for it.
   *
   * @param all whether internal and shared records are removed, too
   */
  public List<Candidate> buildCache(boolean all) throws IOException {
    return usage("build-cache").buildCache().stream()
        .filter(each -> !each.inUse() && (all || !each.shared() && !KEPT.contains(each.type())))
        .filter(each -> filter.matches(lastUse(each)))
        .map(
            each ->
                new Candidate(each.id(), each.description(), each.size(), known(each.createdAt())))
        .toList();
  }

  /** Returns the time that {@code until} is compared with. */
  private static Instant lastUse(BuildCacheRecord each) {
    String last = each.lastUsedAt().isEmpty() ? each.createdAt() : each.lastUsedAt();
    return new ApiTime(last).instant();
  }
}
