package dev.davit.resource;

import dev.davit.template.GoStruct;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The platform of a container if the engine does not send one, as below API 1.48. */
enum NoPlatform implements GoStruct {
  INSTANCE;

  private static final Set<String> FIELDS =
      Set.of("Architecture", "OS", "OSFeatures", "OSVersion", "Variant");

  @Override
  public String typeName() {
    return "*formatter.Platform";
  }

  @Override
  public boolean isNil() {
    return true;
  }

  @Override
  public boolean hasField(String name) {
    return FIELDS.contains(name);
  }

  @Override
  public Map<String, @Nullable Object> fields() {
    return Map.of();
  }
}
