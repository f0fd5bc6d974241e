package dev.davit.cli.flags;

import dev.davit.engine.model.ContainerSpec;
import dev.davit.engine.model.HostConfig;
import dev.davit.opts.KeyValue;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Maps a flag to a map of the host config: each use, {@code NAME[=VALUE]}, is an entry. */
record MapField(
    Flag<List<String>> flag,
    BiConsumer<HostConfig, @Nullable Map<String, String>> setter,
    Function<HostConfig, @Nullable Map<String, String>> getter)
    implements Mapping {

  @Override
  public List<Flag<?>> flags() {
    return List.of(flag);
  }

  @Override
  public void toSpec(FlagValues given, ContainerSpec spec, SpecContext context) {
    if (given.given(flag)) {
      Map<String, String> before = getter.apply(spec.hostConfig);
      setter.accept(spec.hostConfig, KeyValue.added(before, given.get(flag)));
    }
  }

  @Override
  public void fromSpec(ContainerSpec spec, FlagWriter out) {
    out.writeEntries(flag, getter.apply(spec.hostConfig));
  }
}
