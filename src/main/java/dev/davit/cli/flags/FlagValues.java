package dev.davit.cli.flags;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The flags of one command line and what they were given. */
public final class FlagValues {
  private final Map<Flag<?>, @Nullable Object> given = new HashMap<>();

  /** The flag's value, or what it is worth when it isn't given. */
  @SuppressWarnings("unchecked") // set() is only called with what the flag's own parser made
  public <T extends @Nullable Object> T get(Flag<T> flag) {
    Flag<T> target = flag.target();
    return given.containsKey(target) ? (T) given.get(target) : target.whenAbsent();
  }

  /** Whether the flag stands on the command line, whatever its value. */
  public boolean given(Flag<?> flag) {
    return given.containsKey(flag.target());
  }

  /** What a flag that tells "not given" from "empty" was given; null if it wasn't. */
  public <T> @Nullable T orNull(Flag<T> flag) {
    return given(flag) ? get(flag) : null;
  }

  /**
   * Takes a value: the last one for a single flag, all of them, as a list, for a repeatable one.
   */
  public void set(Flag<?> flag, @Nullable Object value) {
    given.put(flag.target(), value);
  }

  /** Takes one use of a flag: replaces the value of a single flag, adds to a repeatable one. */
  public void add(Flag<?> flag, @Nullable Object value) {
    if (!flag.isRepeatable()) {
      set(flag, value);
      return;
    }
    List<Object> all = new ArrayList<>();
    if (given(flag)) {
      all.addAll((List<?>) get(flag));
    }
    all.add(value);
    set(flag, all);
  }
}
