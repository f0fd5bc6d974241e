package dev.davit.format.template;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A map whose values have a Go type: {@code map[string]string}. Plain maps hold anything. */
public final class GoMap extends AbstractMap<String, @Nullable Object> implements GoTyped {
  private final String typeName;
  private final @Nullable Map<String, ? extends @Nullable Object> values;

  /** Null values make the nil map. */
  public GoMap(String typeName, @Nullable Map<String, ? extends @Nullable Object> values) {
    this.typeName = typeName;
    this.values = values;
  }

  @Override
  public String typeName() {
    return typeName;
  }

  @Override
  public boolean isNil() {
    return values == null;
  }

  @Override
  public @Nullable Object get(@Nullable Object key) {
    return values == null ? null : values.get(key);
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return values != null && values.containsKey(key);
  }

  @Override
  public Set<Entry<String, @Nullable Object>> entrySet() {
    if (values == null) {
      return Set.of();
    }
    Map<String, @Nullable Object> copy = new java.util.LinkedHashMap<>(values);
    return copy.entrySet();
  }
}
