package dev.davit.cli;

import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagValues;
import dev.davit.opts.Timeout;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The flags before the command: which engine, and how to reach it. */
final class GlobalFlags {
  static final Flag<String> CONFIG =
      Flag.string("config", "Folder of the configuration files (default \"~/.docker\")")
          .completes(Completers.DIRECTORY);
  static final Flag<@Nullable Timeout> CONNECT_TIMEOUT =
      Flag.value(
          "connect-timeout",
          "duration",
          Timeout::parse,
          "How long connecting may take, by tcp or ssh (default 30s, 0 for ever)");
  static final Flag<String> CONTEXT =
      Flag.string("context", 'c', "Context that says which engine to use (overrides DOCKER_HOST)")
          .completes(Completers.CONTEXT);
  static final Flag<Boolean> DEBUG =
      Flag.bool(
          "debug", 'D', "Tell each request and how long it takes; and where an error came from");
  static final Flag<List<String>> HOST =
      Flag.list("host", 'H', "Address of the engine: unix:///PATH, tcp://HOST:PORT or ssh://HOST")
          .completes(Completers.HOST);
  static final Flag<String> LOG_LEVEL =
      Flag.string(
              "log-level", 'l', "info", "One of debug, info, warn, error, fatal (default \"info\")")
          .completes(Completer.words("debug info warn error fatal"));
  static final Flag<@Nullable Timeout> REQUEST_TIMEOUT =
      Flag.value(
          "request-timeout",
          "duration",
          Timeout::parse,
          "How long the engine may take to answer a request (default: for ever)");
  static final Flag<Boolean> TLS = Flag.bool("tls", "Use TLS; implied by --tlsverify");
  static final Flag<String> TLS_CA_CERT =
      Flag.string("tlscacert", "Trust only certificates signed by the CA in this file")
          .completes(Completers.FILE);
  static final Flag<String> TLS_CERT =
      Flag.string("tlscert", "File of the client's TLS certificate").completes(Completers.FILE);
  static final Flag<String> TLS_KEY =
      Flag.string("tlskey", "File of the client's TLS key").completes(Completers.FILE);
  static final Flag<Boolean> TLS_VERIFY =
      Flag.bool("tlsverify", "Use TLS and verify who the engine is");
  static final Flag<@Nullable String> TRACE =
      Flag.value(
              "trace",
              "string",
              GlobalFlags::traceStyle,
              "Tell each request as a command: 'curl'; its secrets are left out")
          .completes(Completer.words("curl"));
  static final Flag<Boolean> VERSION = Flag.bool("version", 'v', "Print the version and quit");
  static final Flag<Boolean> HELP = Flag.bool("help", "Print this help").hidden();

  static final List<Flag<?>> ALL =
      List.of(
          CONFIG,
          CONNECT_TIMEOUT,
          CONTEXT,
          DEBUG,
          HOST,
          LOG_LEVEL,
          REQUEST_TIMEOUT,
          TLS,
          TLS_CA_CERT,
          TLS_CERT,
          TLS_KEY,
          TLS_VERIFY,
          TRACE,
          VERSION,
          HELP);

  private static final List<String> LOG_LEVELS =
      List.of("panic", "fatal", "error", "warn", "warning", "info", "debug", "trace");

  private GlobalFlags() {}

  /** Refuses a level that is none, as docker does before all else. */
  static void checkLogLevel(FlagValues globals) {
    String level = globals.get(LOG_LEVEL);
    if (!level.isEmpty() && !LOG_LEVELS.contains(level.toLowerCase(Locale.ROOT))) {
      throw CommandException.refused("Unable to parse logging level: " + level);
    }
  }

  private static String traceStyle(String text) {
    if (!text.equals("curl")) {
      throw new IllegalArgumentException("there is only 'curl'");
    }
    return text;
  }
}
