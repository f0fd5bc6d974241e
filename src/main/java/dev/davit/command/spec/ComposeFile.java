package dev.davit.command.spec;

import dev.davit.create.DescribedContainer;
import dev.davit.output.OutputFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A compose file of containers. Their networks and named volumes exist, so they are external:
 * compose neither creates nor removes them.
 */
final class ComposeFile {
  private ComposeFile() {}

  /** Returns the file, and a comment for each remark. */
  static String text(List<DescribedContainer> containers, String program) throws IOException {
    Map<String, @Nullable Object> services = new LinkedHashMap<>();
    Set<String> networks = new TreeSet<>();
    Set<String> volumes = new TreeSet<>();
    StringBuilder comments = new StringBuilder();
    for (DescribedContainer each : containers) {
      ComposeService service = ComposeService.of(each, program);
      services.put(String.valueOf(each.spec().name), escaped(service.keys()));
      networks.addAll(service.networks());
      volumes.addAll(service.volumes());
      service
          .remarks()
          .forEach(remark -> comments.append(CreateLine.comment(each.spec().name + ": " + remark)));
    }
    Map<String, @Nullable Object> file = new LinkedHashMap<>();
    file.put("services", services);
    addExternal(file, "networks", networks);
    addExternal(file, "volumes", volumes);
    return OutputFormat.YAML.text(file) + comments;
  }

  private static void addExternal(
      Map<String, @Nullable Object> file, String section, Set<String> names) {
    Map<String, @Nullable Object> objects = new LinkedHashMap<>();
    names.forEach(name -> objects.put(name, Map.of("external", true)));
    if (!objects.isEmpty()) {
      file.put(section, objects);
    }
  }

  /** Doubles dollar signs, as compose replaces variables in all values. */
  private static @Nullable Object escaped(@Nullable Object value) {
    if (value instanceof String text) {
      return text.replace("$", "$$");
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> all = new ArrayList<>();
      list.forEach(each -> all.add(escaped(each)));
      return all;
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> all = new LinkedHashMap<>();
      map.forEach((name, each) -> all.put(String.valueOf(name), escaped(each)));
      return all;
    }
    return value;
  }
}
