package dev.davit.template;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A map whose values have a Go type: {@code map[string]string}. Plain maps hold anything. The keys
 * are strings here, whatever the name of their type.
 */
public final class GoMap extends AbstractMap<String, @Nullable Object> implements GoTyped {
  private final String typeName;
  private final String underlying;
  private final UnaryOperator<Object> keys;
  private final Supplier<@Nullable Object> zero;
  private final @Nullable Map<String, ? extends @Nullable Object> values;

  /** Null values make the nil map. */
  public GoMap(String typeName, @Nullable Map<String, ? extends @Nullable Object> values) {
    this(typeName, typeName, key -> key, () -> null, values);
  }

  /**
   * A map whose type has a name, or its keys' type.
   *
   * @param underlying what the type is: {@code map[nat.Port][]nat.PortBinding}
   * @param keys makes a key of its type
   * @param zero what is there where there is nothing
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

  /** What its type is. */
  String underlying() {
    return underlying;
  }

  /** The type of its keys. */
  String keyType() {
    return underlying.substring("map[".length(), underlying.indexOf(']'));
  }

  /** A key as a value of its type. */
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
