package dev.davit.cli;

import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagValues;
import dev.davit.engine.http.Timeouts;
import dev.davit.opts.Timeout;
import dev.davit.text.GoQuote;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the timeouts of the engine from global flags or, if not given, environment variables. */
final class TimeoutFlags {
  private TimeoutFlags() {}

  static Timeouts timeouts(FlagValues globals, Map<String, String> env) {
    return Timeouts.of(
        timeout(
            globals,
            GlobalFlags.CONNECT_TIMEOUT,
            env,
            "DAVIT_CONNECT_TIMEOUT",
            Timeouts.USUAL.connect()),
        timeout(
            globals,
            GlobalFlags.REQUEST_TIMEOUT,
            env,
            "DAVIT_REQUEST_TIMEOUT",
            Timeouts.USUAL.request()));
  }

  private static Duration timeout(
      FlagValues globals,
      Flag<@Nullable Timeout> flag,
      Map<String, String> env,
      String variable,
      Duration usual) {
    Timeout given = globals.orNull(flag);
    String text = env.getOrDefault(variable, "");
    if (given != null || text.isEmpty()) {
      return given == null ? usual : given.duration();
    }
    try {
      return Timeout.parse(text).duration();
    } catch (IllegalArgumentException e) {
      throw new CommandException(
          "invalid " + variable + ": " + GoQuote.quote(text) + ": " + e.getMessage(),
          ExitCode.FAILURE,
          e);
    }
  }
}
