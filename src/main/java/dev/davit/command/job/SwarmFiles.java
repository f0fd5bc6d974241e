package dev.davit.command.job;

import dev.davit.engine.model.SwarmObject;
import dev.davit.opts.SwarmReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The secrets or configs of a job, as {@code ContainerSpec.Secrets} and {@code Configs}. */
final class SwarmFiles {
  private SwarmFiles() {}

  /**
   * Returns references with the IDs of the objects.
   *
   * @param kind {@code Secret} or {@code Config}
   * @throws IllegalArgumentException with docker's message if one does not exist
   */
  static List<Map<String, Object>> of(
      String kind, List<SwarmReference> wanted, List<SwarmObject> existing) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (SwarmReference reference : wanted) {
      SwarmObject object =
          existing.stream()
              .filter(each -> each.name().equals(reference.source()))
              .findFirst()
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          kind.toLowerCase(Locale.ROOT) + " not found: " + reference.source()));
      Map<String, Object> file = new LinkedHashMap<>();
      file.put("Name", reference.target());
      file.put("UID", reference.uid());
      file.put("GID", reference.gid());
      file.put("Mode", reference.mode());
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("File", file);
      one.put(kind + "ID", object.id());
      one.put(kind + "Name", reference.source());
      all.add(one);
    }
    return all;
  }
}
