package dev.davit.template;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A map whose values have a Go type: {@code map[string]string}. In plain maps they have type any.
 * Keys are strings, regardless of the Go type.
 */
public final class GoMap extends AbstractMap<String, @Nullable Object> implements GoTyped {
  private final String typeName;
  private final String underlying;
  private final UnaryOperator<Object> keys;
  private final Supplier<@Nullable Object> zero;
  private final @Nullable Map<String, ? extends @Nullable Object> values;

  /** Creates a map; null values create a nil map. */
  public GoMap(String typeName, @Nullable Map<String, ? extends @Nullable Object> values) {
    this(typeName, typeName, key -> key, () -> null, values);
  }

  /**
   * Creates a map with a named type or a named key type.
   *
   * @param underlying the underlying type: {@code map[nat.Port][]nat.PortBinding}
   * @param keys converts a key to its type
   * @param zero the zero value of an element
   */
  public GoMap(
      String typeName,
      String underlying,
      UnaryOperator<Object> keys,
      Supplier<@Nullable Object> zero,
      @Nullable Map<String, ? extends @Nullable Object> values) {
    this.typeName = typeName;
    this.underlying = underlying;
    this.keys = keys;
    this.zero = zero;
    this.values = values;
  }

  /** The underlying type. */
  String underlying() {
    return underlying;
  }

  /** The type of the keys. */
  String keyType() {
    return underlying.substring("map[".length(), underlying.indexOf(']'));
  }

  /** Converts a key to its type. */
  Object key(String name) {
    return keys.apply(name);
  }

  @Nullable Object zero() {
    return zero.get();
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
