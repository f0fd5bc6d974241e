package dev.davit.cli.flags;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes the flags of a container spec. */
public final class FlagWriter {
  private final List<String> words = new ArrayList<>();

  /** Writes {@code --name=value}, or {@code --name} for a switch that is on. */
  public void write(Flag<?> flag, Object value) {
    words.add(word(flag, value));
  }

  /** Returns {@code --name=value}, or {@code --name} for a switch that is on. */
  public static String word(Flag<?> flag, Object value) {
    boolean bare = flag.isSwitch() && flag.bareValue().equals(String.valueOf(value));
    return "--" + flag.name() + (bare ? "" : "=" + value);
  }

  /** Writes the flag once for each value; writes nothing for null. */
  public <E> void writeAll(Flag<?> flag, @Nullable List<E> values, Function<E, String> text) {
    if (values != null) {
      values.forEach(value -> write(flag, text.apply(value)));
    }
  }

  /** Writes {@code --name=KEY=VALUE} for each entry; writes nothing for null. */
  public void writeEntries(Flag<?> flag, @Nullable Map<String, String> entries) {
    if (entries != null) {
      entries.forEach((key, value) -> write(flag, key + '=' + value));
    }
  }

  public List<String> words() {
    return words;
  }
}
