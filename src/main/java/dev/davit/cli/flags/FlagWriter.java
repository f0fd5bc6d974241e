package dev.davit.cli.flags;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Collects the command line that stands for a container spec. */
public final class FlagWriter {
  private final List<String> words = new ArrayList<>();

  /** One {@code --name=value}. */
  public void write(Flag<?> flag, Object value) {
    words.add("--" + flag.name() + '=' + value);
  }

  /** One use of the flag for each value; none where there is no list. */
  public <E> void writeAll(Flag<?> flag, @Nullable List<E> values, Function<E, String> text) {
    if (values != null) {
      values.forEach(value -> write(flag, text.apply(value)));
    }
  }

  /** One {@code --name=KEY=VALUE} for each entry; none where there is no map. */
  public void writeEntries(Flag<?> flag, @Nullable Map<String, String> entries) {
    if (entries != null) {
      entries.forEach((key, value) -> write(flag, key + '=' + value));
    }
  }

  public List<String> words() {
    return words;
  }
}
