package dev.davit.engine.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The response to {@code GET /version}. */
public record VersionInfo(
    @Nullable Platform platform,
    @Nullable List<Component> components,
    @Nullable String version,
    @Nullable String apiVersion,
    @Nullable String minApiVersion,
    @Nullable String gitCommit,
    @Nullable String goVersion,
    @Nullable String os,
    @Nullable String arch,
    @Nullable String kernelVersion,
    boolean experimental,
    @Nullable String buildTime) {

  /** The name of the engine itself in the list of components. */
  public static final String ENGINE = "Engine";

  /** The name of the product. */
  public record Platform(@Nullable String name) {}

  /** A component of the engine, such as the engine itself, containerd or runc. */
  public record Component(String name, @Nullable String version, Map<String, String> details) {

    public Component {
      name = Objects.requireNonNullElse(name, "");
      details = Objects.requireNonNullElse(details, Map.of());
    }
  }

  /**
   * Returns a copy with the engine in the list of components, which engines before API 1.35 leave
   * out.
   */
  public VersionInfo withEngine() {
    List<Component> all = new ArrayList<>(Objects.requireNonNullElse(components, List.of()));
    if (all.stream().noneMatch(each -> each.name().equals(ENGINE))) {
      all.add(new Component(ENGINE, version, details()));
    }
    return new VersionInfo(
        platform,
        all,
        version,
        apiVersion,
        minApiVersion,
        gitCommit,
        goVersion,
        os,
        arch,
        kernelVersion,
        experimental,
        buildTime);
  }

  private Map<String, String> details() {
    Map<String, String> details = new TreeMap<>();
    details.put("ApiVersion", orEmpty(apiVersion));
    details.put("Arch", orEmpty(arch));
    details.put("BuildTime", orEmpty(buildTime));
    details.put("Experimental", Boolean.toString(experimental));
    details.put("GitCommit", orEmpty(gitCommit));
    details.put("GoVersion", orEmpty(goVersion));
    details.put("MinAPIVersion", orEmpty(minApiVersion));
    details.put("Os", orEmpty(os));
    return details;
  }

  private static String orEmpty(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }
}
