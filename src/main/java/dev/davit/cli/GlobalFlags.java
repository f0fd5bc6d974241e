package dev.davit.cli;

import dev.davit.audit.AuditLog;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagValues;
import dev.davit.context.TlsFlags;
import dev.davit.opts.Timeout;
import dev.davit.text.GoCase;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The global flags, which precede the command: the engine and the connection to it. */
final class GlobalFlags {
  static final Flag<String> AUDIT =
      Flag.string(
              "audit",
              "Append JSON lines for each state-changing request to this file, or to \"syslog\"")
          .completes(Completers.FILE);
  static final Flag<String> CONFIG =
      Flag.string(
              "config",
              "Directory of the client's config.json and contexts (default \"~/.docker\")")
          .completes(Completers.DIRECTORY);
  static final Flag<@Nullable Timeout> CONNECT_TIMEOUT =
      Flag.value(
          "connect-timeout",
          "duration",
          Timeout::parse,
          "Timeout for connecting to the engine over TCP or SSH (default 30s, 0: no timeout)");
  static final Flag<String> CONTEXT =
      Flag.string("context", 'c', "Context to use (overrides DOCKER_HOST and the current context)")
          .completes(Completers.CONTEXT);
  static final Flag<Boolean> DEBUG =
      Flag.bool(
          "debug",
          'D',
          "Print each API request with its status and duration, and stack traces, to STDERR");
  static final Flag<List<String>> HOST =
      Flag.list(
              "host",
              'H',
              "Engine to connect to: unix://PATH, tcp://HOST:PORT, ssh://[USER@]HOST or vsock://CID:PORT")
          .completes(Completers.HOST);
  static final Flag<String> LOG_LEVEL =
      Flag.string(
              "log-level",
              'l',
              "info",
              "Log level: debug, info, warn, error or fatal (default \"info\")")
          .completes(Completer.words("debug info warn error fatal"));
  static final Flag<@Nullable Timeout> REQUEST_TIMEOUT =
      Flag.value(
          "request-timeout",
          "duration",
          Timeout::parse,
          "Timeout for the engine's response to a request, for example 1m (default: no timeout)");
  static final Flag<Boolean> TLS = Flag.bool("tls", "Use TLS; implied by --tlsverify");
  static final Flag<String> TLS_CA_CERT =
      Flag.string(
              "tlscacert",
              "Trust only certificates signed by the CA in this file (default \"~/.docker/ca.pem\")")
          .completes(Completers.FILE);
  static final Flag<String> TLS_CERT =
      Flag.string(
              "tlscert", "Path of the client's TLS certificate (default \"~/.docker/cert.pem\")")
          .completes(Completers.FILE);
  static final Flag<String> TLS_KEY =
      Flag.string("tlskey", "Path of the client's TLS key (default \"~/.docker/key.pem\")")
          .completes(Completers.FILE);
  static final Flag<Boolean> TLS_VERIFY =
      Flag.bool("tlsverify", "Use TLS and verify the engine's certificate");
  static final Flag<@Nullable String> TRACE =
      Flag.value(
              "trace",
              "string",
              GlobalFlags::traceStyle,
              "Print each API request to STDERR as a command, without secrets: curl")
          .completes(Completer.words("curl"));
  static final Flag<Boolean> VERSION = Flag.bool("version", 'v', "Print the version and exit");
  static final Flag<Boolean> HELP = Flag.bool("help", "Print the help of the command").hidden();

  static final List<Flag<?>> ALL =
      List.of(
          AUDIT,
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

  /** Rejects an unknown log level, before anything else, as docker does. */
  static void checkLogLevel(FlagValues globals) {
    String level = globals.get(LOG_LEVEL);
    if (!level.isEmpty() && !LOG_LEVELS.contains(GoCase.lower(level))) {
      throw CommandException.refused("Unable to parse logging level: " + level);
    }
  }

  static TlsFlags tls(FlagValues globals) {
    return new TlsFlags(
        globals.orNull(TLS),
        globals.orNull(TLS_VERIFY),
        globals.orNull(TLS_CA_CERT),
        globals.orNull(TLS_CERT),
        globals.orNull(TLS_KEY));
  }

  private static String traceStyle(String text) {
    if (!text.equals("curl")) {
      throw new IllegalArgumentException("must be 'curl'");
    }
    return text;
  }

  /**
   * Returns the audit log that {@code --audit} or DAVIT_AUDIT names; null without one.
   *
   * @param path the command with the program's name
   * @param context the name of the context in use
   */
  static @Nullable AuditLog auditLog(
      ProcessEnvironment app, FlagValues globals, String path, Supplier<String> context) {
    String destination =
        globals.given(AUDIT) ? globals.get(AUDIT) : app.env().getOrDefault("DAVIT_AUDIT", "");
    String verb = path.substring(path.indexOf(' ') + 1);
    return destination.isEmpty()
        ? null
        : AuditLog.to(destination, app.cwd(), app.env(), app.clock(), verb, context);
  }
}
