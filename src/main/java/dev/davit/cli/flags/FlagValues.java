package dev.davit.cli.flags;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of the flags of one command line. */
public final class FlagValues {
  private final Map<Flag<?>, @Nullable Object> given = new HashMap<>();

  /** Returns a copy, in which values can be changed. */
  public FlagValues copy() {
    FlagValues copy = new FlagValues();
    copy.given.putAll(given);
    return copy;
  }

  /** The value of a flag, or its default if not given. */
  @SuppressWarnings("unchecked") // set() only gets values that the flag's own parser returns
  public <T extends @Nullable Object> T get(Flag<T> flag) {
    Flag<T> target = flag.target();
    return given.containsKey(target) ? (T) given.get(target) : target.whenAbsent();
  }

  /** Whether the flag is given on the command line, with any value. */
  public boolean given(Flag<?> flag) {
    return given.containsKey(flag.target());
  }

  /** The value of a flag; null if not given, even if the flag has a default. */
  public <T> @Nullable T orNull(Flag<T> flag) {
    return given(flag) ? get(flag) : null;
  }

  /**
   * Sets the value of a flag: the last one, or all values, as a list, of a flag that can be
   * repeated.
   */
  public void set(Flag<?> flag, @Nullable Object value) {
    given.put(flag.target(), value);
  }

  /**
   * Adds one use of a flag: replaces the value, or adds to the list of a flag that can be repeated.
   */
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
