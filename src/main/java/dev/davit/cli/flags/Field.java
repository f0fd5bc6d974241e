package dev.davit.cli.flags;

import dev.davit.engine.model.ContainerSpec;
import dev.davit.engine.model.HostConfig;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Maps a flag to one field of the spec, which stays unset if the flag is not given.
 *
 * @param text formats a value, or each value of a list, in the syntax of the flag
 */
public record Field<V extends @Nullable Object>(
    Flag<V> flag,
    BiConsumer<ContainerSpec, V> setter,
    Function<ContainerSpec, @Nullable V> getter,
    Function<Object, String> text)
    implements Mapping {

  /** Maps a flag whose values are formatted by {@link String#valueOf(Object)}. */
  public static <V extends @Nullable Object> Field<V> of(
      Flag<V> flag,
      BiConsumer<ContainerSpec, V> setter,
      Function<ContainerSpec, @Nullable V> getter) {
    return new Field<>(flag, setter, getter, String::valueOf);
  }

  /** Maps a flag to a field of the host config. */
  static <V extends @Nullable Object> Field<V> ofHost(
      Flag<V> flag, BiConsumer<HostConfig, V> setter, Function<HostConfig, @Nullable V> getter) {
    return of(
        flag,
        (spec, value) -> setter.accept(spec.hostConfig, value),
        spec -> getter.apply(spec.hostConfig));
  }

  /** Returns this mapping with another format of values. */
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
