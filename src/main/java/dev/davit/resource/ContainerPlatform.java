package dev.davit.resource;

import dev.davit.gotypes.GoSchema;
import dev.davit.template.GoNamed;
import dev.davit.template.GoStruct;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The platform of a container's image, such as {@code linux/arm64/v8}, sent since API 1.48. */
final class ContainerPlatform {
  private static final String TYPES =
      ContainerTypes.TEXT
          + """

          formatter.Platform
          +Platform v1.Platform
          """;

  private ContainerPlatform() {}

  static GoNamed of(Map<String, Object> sent) {
    GoSchema schema = GoSchema.parse(TYPES);
    GoStruct platform =
        (GoStruct) Objects.requireNonNull(schema.value("*formatter.Platform", sent));
    StringBuilder json = new StringBuilder();
    platform.json(json);
    return new GoNamed(
        platform.typeName(), platform, text(platform), json.toString(), name -> null);
  }

  private static String text(GoStruct platform) {
    String os = part(platform, "OS");
    if (os.isEmpty()) {
      return "unknown";
    }
    String version = part(platform, "OSVersion");
    StringBuilder text = new StringBuilder(os);
    text.append(version.isEmpty() ? "" : '(' + version + ')');
    for (String name : new String[] {"Architecture", "Variant"}) {
      String part = part(platform, name);
      text.append(part.isEmpty() ? "" : '/' + part);
    }
    return text.toString();
  }

  private static String part(GoStruct platform, String name) {
    @Nullable Object value = platform.field(name);
    return value == null ? "" : value.toString();
  }
}
