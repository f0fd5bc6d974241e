package dev.davit.command.removal;

import dev.davit.command.removal.PruneRunner.Pruned;
import dev.davit.engine.Containers.ListOptions;
import dev.davit.engine.Engine;
import dev.davit.engine.Images.RemoveOptions;
import dev.davit.engine.http.EngineException;
import dev.davit.engine.model.ContainerSummary;
import dev.davit.engine.model.ImageRemoval;
import dev.davit.opts.Filters;
import dev.davit.resource.DiskUsageColumns;
import dev.davit.resource.ObjectKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Removes exactly the listed objects, one by one. As a prune does, it passes over objects that do
 * not exist any more or are in use now.
 */
public final class ListedRemoval {
  private static final RemoveOptions NOT_FORCED = new RemoveOptions(false, true, List.of());

  private static final int FORBIDDEN = 403;
  private static final int CONFLICT = 409;

  private ListedRemoval() {}

  /** Removes one object. */
  private interface Step {
    void run() throws IOException;
  }

  /**
   * Removes objects of a kind.
   *
   * @param errors receives the failures
   */
  static Pruned of(Engine engine, ObjectKind kind, List<Candidate> listed, List<String> errors)
      throws IOException {
    if (kind == ObjectKind.IMAGE) {
      return images(engine, listed, errors);
    }
    Map<String, Long> sizes = sizes(engine, kind, listed);
    List<String> removed = new ArrayList<>();
    long reclaimed = 0;
    for (Candidate each : listed) {
      if (succeeds(() -> remove(engine, kind, each.id()), errors)) {
        removed.add(kind == ObjectKind.CONTAINER ? each.id() : each.name());
        reclaimed += Math.max(0, sizes.getOrDefault(each.id(), 0L));
      }
    }
    return new Pruned(removed, reclaimed);
  }

  /** Requests the disk space of the listed objects, by ID. */
  private static Map<String, Long> sizes(Engine engine, ObjectKind kind, List<Candidate> listed)
      throws IOException {
    if (listed.isEmpty() || kind == ObjectKind.NETWORK) {
      return Map.of();
    }
    if (kind == ObjectKind.VOLUME) {
      return DiskUsageColumns.sizesOfVolumes(engine.system().diskUsage("volume"));
    }
    String ids = Filters.toJson(listed.stream().map(each -> "id=" + each.id()).toList());
    return engine.containers().list(new ListOptions(true, 0, true, ids)).stream()
        .collect(Collectors.toMap(ContainerSummary::id, ContainerSummary::sizeRw));
  }

  private static void remove(Engine engine, ObjectKind kind, String id) throws IOException {
    switch (kind) {
      case CONTAINER -> engine.containers().remove(id, false, false, false);
      case NETWORK -> engine.networks().remove(id);
      case VOLUME -> engine.volumes().remove(id, false);
      default -> throw new IllegalArgumentException("no prune of " + kind);
    }
  }

  private static Pruned images(Engine engine, List<Candidate> listed, List<String> errors)
      throws IOException {
    if (listed.isEmpty()) {
      return new Pruned(List.of(), 0);
    }
    long before = layersSize(engine);
    List<String> lines = new ArrayList<>();
    for (Candidate each : listed) {
      succeeds(() -> removeImage(engine, each, lines), errors);
    }
    return new Pruned(lines, freed(engine, before, errors));
  }

  /**
   * Removes an image by its names, the last one by the ID: that fails if the image has got another
   * name in the meantime.
   */
  private static void removeImage(Engine engine, Candidate image, List<String> lines)
      throws IOException {
    List<String> names = references(image.names());
    for (int i = 0; i + 1 < names.size(); i++) {
      removeName(engine, names.get(i), image.id(), lines);
    }
    add(lines, engine.images().remove(image.id(), NOT_FORCED));
  }

  /** Returns all names with tags, and one name with a digest for each repository without a tag. */
  private static List<String> references(List<String> names) {
    List<String> tags = names.stream().filter(name -> name.indexOf('@') < 0).toList();
    Set<String> repositories = new LinkedHashSet<>();
    tags.forEach(tag -> repositories.add(tag.substring(0, tag.lastIndexOf(':'))));
    List<String> all = new ArrayList<>(tags);
    for (String name : names) {
      int at = name.indexOf('@');
      if (at >= 0 && repositories.add(name.substring(0, at))) {
        all.add(name);
      }
    }
    return all;
  }

  /** Removes a name if it is still that of the image. */
  private static void removeName(Engine engine, String name, String id, List<String> lines)
      throws IOException {
    try {
      if (id.equals(engine.images().inspect(name, null).id())) {
        add(lines, engine.images().remove(name, NOT_FORCED));
      }
    } catch (EngineException e) {
      if (!e.isNotFound()) {
        throw e;
      }
    }
  }

  private static void add(List<String> lines, List<ImageRemoval> removals) {
    removals.stream().map(PruneRequests::line).forEach(lines::add);
  }

  /**
   * Removes names of images, each only if it is still that of its image.
   *
   * @param tags images with the name as argument
   * @param errors receives the failures
   */
  public static Pruned ofTags(Engine engine, List<Candidate> tags, List<String> errors)
      throws IOException {
    if (tags.isEmpty()) {
      return new Pruned(List.of(), 0);
    }
    long before = layersSize(engine);
    List<String> lines = new ArrayList<>();
    for (Candidate each : tags) {
      try {
        removeName(engine, each.argument(), each.id(), lines);
      } catch (IOException e) {
        errors.add(String.valueOf(e.getMessage()));
      }
    }
    return new Pruned(lines, freed(engine, before, errors));
  }

  private static long layersSize(Engine engine) throws IOException {
    return engine.system().diskUsage("image").layersSize();
  }

  private static long freed(Engine engine, long before, List<String> errors) {
    try {
      return Math.max(0, before - layersSize(engine));
    } catch (IOException e) {
      errors.add(String.valueOf(e.getMessage()));
      return 0;
    }
  }

  private static boolean isInUse(EngineException e) {
    return e.status() == CONFLICT
        || e.status() == FORBIDDEN && e.reason().contains("has active endpoints"); // networks
  }

  /** Runs a step; returns false if the object does not exist, is in use, or cannot be removed. */
  private static boolean succeeds(Step step, List<String> errors) {
    try {
      step.run();
      return true;
    } catch (EngineException e) {
      if (!e.isNotFound() && !isInUse(e)) {
        errors.add(String.valueOf(e.getMessage()));
      }
    } catch (IOException e) {
      errors.add(String.valueOf(e.getMessage()));
    }
    return false;
  }
}
