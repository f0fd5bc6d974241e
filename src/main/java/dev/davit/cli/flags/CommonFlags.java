package dev.davit.cli.flags;

import dev.davit.value.GoInt;
import org.jspecify.annotations.Nullable;

/** Flags that several commands share. */
public final class CommonFlags {
  /** Seconds until a container that doesn't stop is killed; null for the container's own. */
  public static final Flag<@Nullable Long> TIMEOUT =
      Flag.value(
          "timeout",
          't',
          "int",
          GoInt::parseInt,
          "Seconds to wait before killing it, -1 for ever (default: its own, else 10)");

  /** What {@link #TIMEOUT} used to be called. */
  public static final Flag<@Nullable Long> TIME =
      Flag.value("time", "int", GoInt::parseInt, "Seconds to wait before killing it")
          .replacedBy("timeout");

  public static final Flag<Boolean> SIG_PROXY =
      Flag.boolOn("sig-proxy", (char) 0, "Pass signals on to the container (default true)");

  public static final Flag<String> DETACH_KEYS =
      Flag.string("detach-keys", "Keys that detach, such as \"ctrl-p,ctrl-q\"");

  public static final Flag<String> FORMAT =
      Flag.string("format", "Show it by 'table', 'table TEMPLATE', 'json' or a Go template");

  private CommonFlags() {}

  public static Flag<String> signal(String help) {
    return Flag.string("signal", 's', help);
  }

  /** The timeout by whichever name it was given. */
  public static @Nullable Long timeout(FlagValues flags) {
    return flags.given(TIME) ? flags.get(TIME) : flags.get(TIMEOUT);
  }
}
