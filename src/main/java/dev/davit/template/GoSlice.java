package dev.davit.template;

import java.util.AbstractList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A slice whose elements have a Go type: {@code []string}. Plain lists hold anything. */
public final class GoSlice extends AbstractList<@Nullable Object> implements GoTyped {
  private final String typeName;
  private final String underlying;
  private final @Nullable List<? extends @Nullable Object> values;

  /** Null values make the nil slice. */
  public GoSlice(String typeName, @Nullable List<? extends @Nullable Object> values) {
    this(typeName, typeName, values);
  }

  /** A slice whose type has a name: {@code strslice.StrSlice}. */
  public GoSlice(
      String typeName, String underlying, @Nullable List<? extends @Nullable Object> values) {
    this.typeName = typeName;
    this.underlying = underlying;
    this.values = values;
  }

  /** What its type is: {@code []string}. */
  String underlying() {
    return underlying;
  }

  /** A part of it, of the same type. */
  GoSlice part(int from, int to) {
    return new GoSlice(typeName, underlying, subList(from, to));
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
  public @Nullable Object get(int index) {
    if (values == null) {
      throw new IndexOutOfBoundsException(index);
    }
    return values.get(index);
  }

  @Override
  public int size() {
    return values == null ? 0 : values.size();
  }
}
