package dev.davit.command.container;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.flags.CommonFlags;
import dev.davit.cli.flags.Flag;
import dev.davit.gotypes.GoInt;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The flags {@code --signal} and {@code --timeout} of stop and restart.
 *
 * @param timeout seconds until the container is killed; null for the container's stop timeout
 */
record StopOptions(String signal, @Nullable Long timeout) {
  private static final Flag<String> SIGNAL =
      CommonFlags.signal(
          "Signal to send first (default: the container's stop signal, else SIGTERM)");
  private static final Flag<@Nullable Long> TIMEOUT =
      Flag.value(
          "timeout",
          't',
          "int",
          GoInt::parseInt,
          "Seconds to wait before killing the container, -1: no limit (default: its stop timeout, or 10)");

  /** The deprecated name of {@link #TIMEOUT}. */
  private static final Flag<@Nullable Long> TIME =
      Flag.value(
              "time",
              "int",
              GoInt::parseInt,
              "Seconds to wait before killing the container (deprecated: use --timeout)")
          .replacedBy("timeout");

  static final List<Flag<?>> FLAGS = List.of(SIGNAL, TIMEOUT, TIME);

  static StopOptions of(CommandContext in) {
    if (in.flags().given(TIMEOUT) && in.flags().given(TIME)) {
      throw CommandException.refused(
          "conflicting options: cannot specify both --timeout and --time");
    }
    return new StopOptions(in.get(SIGNAL), in.flags().given(TIME) ? in.get(TIME) : in.get(TIMEOUT));
  }
}
