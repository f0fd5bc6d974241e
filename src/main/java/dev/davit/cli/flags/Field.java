package dev.davit.cli.flags;

import dev.davit.engine.model.ContainerSpec;
import dev.davit.engine.model.HostConfig;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A flag that is one field of the spec: absent where the flag is not given.
 *
 * @param text how a value, or each of a list, is typed
 */
public record Field<V extends @Nullable Object>(
    Flag<V> flag,
    BiConsumer<ContainerSpec, V> setter,
    Function<ContainerSpec, @Nullable V> getter,
    Function<Object, String> text)
    implements Mapping {

  /** A field whose values are typed as Java prints them. */
  public static <V extends @Nullable Object> Field<V> of(
      Flag<V> flag,
      BiConsumer<ContainerSpec, V> setter,
      Function<ContainerSpec, @Nullable V> getter) {
    return new Field<>(flag, setter, getter, String::valueOf);
  }

  /** A field of the host config. */
  static <V extends @Nullable Object> Field<V> ofHost(
      Flag<V> flag, BiConsumer<HostConfig, V> setter, Function<HostConfig, @Nullable V> getter) {
    return of(
        flag,
        (spec, value) -> setter.accept(spec.hostConfig, value),
        spec -> getter.apply(spec.hostConfig));
  }

  /** The same field, with another way to type its values. */
  <E> Field<V> typedAs(Class<E> type, Function<E, String> format) {
    return new Field<>(flag, setter, getter, value -> format.apply(type.cast(value)));
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(flag);
  }

  @Override
  public void toSpec(FlagValues given, ContainerSpec spec, SpecContext context) {
    if (given.given(flag)) {
      setter.accept(spec, given.get(flag));
    }
  }

  @Override
  public void fromSpec(ContainerSpec spec, FlagWriter out) {
    switch (getter.apply(spec)) {
      case null -> {}
      case List<?> values -> values.forEach(value -> out.write(flag, text.apply(value)));
      case Object value -> out.write(flag, text.apply(value));
    }
  }
}
