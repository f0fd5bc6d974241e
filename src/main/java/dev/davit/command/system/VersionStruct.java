package dev.davit.command.system;

import dev.davit.engine.model.VersionInfo;
import dev.davit.engine.model.VersionInfo.Component;
import dev.davit.template.GoMap;
import dev.davit.template.GoSlice;
import dev.davit.template.GoStruct;
import dev.davit.template.JsonWriter;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A struct of {@code version} with Go's type and field order, for templates.
 *
 * @param omitEmpty the fields that JSON omits if empty
 */
record VersionStruct(
    String typeName, Map<String, @Nullable Object> fields, Set<String> omitEmpty, boolean isNil)
    implements GoStruct {

  static VersionStruct of(String typeName, Map<String, @Nullable Object> fields, String... omit) {
    return new VersionStruct(typeName, fields, Set.of(omit), false);
  }

  static VersionStruct server(@Nullable VersionInfo version) {
    VersionInfo known =
        version == null
            ? new VersionInfo(null, null, "", "", "", "", "", "", "", "", false, "")
            : version;
    Map<String, @Nullable Object> platform = new LinkedHashMap<>();
    platform.put("Name", known.platform() == null ? "" : text(known.platform().name()));
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("Platform", of("struct { Name string }", platform));
    List<VersionStruct> components =
        known.components() == null
            ? List.of()
            : known.components().stream().map(VersionStruct::component).toList();
    fields.put("Components", new GoSlice("[]types.ComponentVersion", components));
    fields.put("Version", text(known.version()));
    fields.put("APIVersion", text(known.apiVersion()));
    fields.put("MinAPIVersion", text(known.minApiVersion()));
    fields.put("GitCommit", text(known.gitCommit()));
    fields.put("GoVersion", text(known.goVersion()));
    fields.put("Os", text(known.os()));
    fields.put("Arch", text(known.arch()));
    fields.put("KernelVersion", text(known.kernelVersion()));
    fields.put("Experimental", known.experimental());
    fields.put("BuildTime", text(known.buildTime()));
    Set<String> omit = Set.of("MinAPIVersion", "KernelVersion", "Experimental", "BuildTime");
    return new VersionStruct("*types.Version", fields, omit, version == null);
  }

  private static VersionStruct component(Component component) {
    Map<String, @Nullable Object> details = new LinkedHashMap<>(component.details());
    if (component.name().equals(VersionInfo.ENGINE)) {
      details.computeIfPresent("BuildTime", (name, time) -> readable(String.valueOf(time)));
    }
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("Name", component.name());
    fields.put("Version", text(component.version()));
    fields.put("Details", new GoMap("map[string]string", details.isEmpty() ? null : details));
    return of("types.ComponentVersion", fields, "Details");
  }

  /**
   * Formats a time as docker does, {@code Mon Jan 2 15:04:05 2006}; returns other text unchanged.
   */
  static String readable(String text) {
    OffsetDateTime time;
    try {
      time = OffsetDateTime.parse(text);
    } catch (DateTimeParseException e) {
      return text;
    }
    String day = Integer.toString(time.getDayOfMonth());
    return capitalized(time.getDayOfWeek())
        + ' '
        + capitalized(time.getMonth())
        + (day.length() == 1 ? "  " : " ")
        + day
        + ' '
        + time.toLocalTime().truncatedTo(ChronoUnit.SECONDS).plusNanos(1).toString().substring(0, 8)
        + ' '
        + time.getYear();
  }

  /** The first three letters of a name, the first in upper case. */
  private static String capitalized(Enum<?> name) {
    return name.name().charAt(0) + name.name().substring(1, 3).toLowerCase(Locale.ROOT);
  }

  private static String text(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }

  /** Writes JSON, where the field APIVersion is named ApiVersion. */
  @Override
  public void json(StringBuilder out) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    fields.forEach(
        (name, value) -> {
          if (!omitEmpty.contains(name) || !isEmpty(value)) {
            members.put(name.equals("APIVersion") ? "ApiVersion" : name, value);
          }
        });
    JsonWriter.writeObject(members, out);
  }

  private static boolean isEmpty(@Nullable Object value) {
    return value == null
        || value.equals("")
        || value.equals(false)
        || value instanceof GoMap map && map.isEmpty();
  }
}
