package dev.davit.template;

import java.util.AbstractList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A slice whose elements have a Go type: {@code []string}. In plain lists they have type any. */
public final class GoSlice extends AbstractList<@Nullable Object> implements GoTyped {
  private final String typeName;
  private final String underlying;
  private final @Nullable List<? extends @Nullable Object> values;

  /** Creates a slice; null values create a nil slice. */
  public GoSlice(String typeName, @Nullable List<? extends @Nullable Object> values) {
    this(typeName, typeName, values);
  }

  /** Creates a slice with a named type: {@code strslice.StrSlice}. */
  public GoSlice(
      String typeName, String underlying, @Nullable List<? extends @Nullable Object> values) {
    this.typeName = typeName;
    this.underlying = underlying;
    this.values = values;
  }

  /** The underlying type: {@code []string}. */
  String underlying() {
    return underlying;
  }

  /** Returns a range of the slice, with the same type. */
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
