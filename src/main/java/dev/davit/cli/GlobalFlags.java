package dev.davit.cli;

import dev.davit.cli.flags.Flag;
import java.util.List;

/** The flags before the command: which engine, and how to reach it. */
final class GlobalFlags {
  static final Flag<String> CONFIG =
      Flag.string("config", "Folder of the configuration files (default \"~/.docker\")");
  static final Flag<String> CONTEXT =
      Flag.string("context", 'c', "Context that says which engine to use (overrides DOCKER_HOST)");
  static final Flag<Boolean> DEBUG =
      Flag.bool("debug", 'D', "Say more when something goes wrong, stack traces included");
  static final Flag<List<String>> HOST =
      Flag.list("host", 'H', "Address of the engine: unix:///PATH or tcp://HOST:PORT");
  static final Flag<String> LOG_LEVEL =
      Flag.string(
          "log-level", 'l', "info", "One of debug, info, warn, error, fatal (default \"info\")");
  static final Flag<Boolean> TLS = Flag.bool("tls", "Use TLS; implied by --tlsverify");
  static final Flag<String> TLS_CA_CERT =
      Flag.string("tlscacert", "Trust only certificates signed by the CA in this file");
  static final Flag<String> TLS_CERT =
      Flag.string("tlscert", "File of the client's TLS certificate");
  static final Flag<String> TLS_KEY = Flag.string("tlskey", "File of the client's TLS key");
  static final Flag<Boolean> TLS_VERIFY =
      Flag.bool("tlsverify", "Use TLS and verify who the engine is");
  static final Flag<Boolean> VERSION = Flag.bool("version", 'v', "Print the version and quit");
  static final Flag<Boolean> HELP = Flag.bool("help", "Print this help").hidden();

  static final List<Flag<?>> ALL =
      List.of(
          CONFIG,
          CONTEXT,
          DEBUG,
          HOST,
          LOG_LEVEL,
          TLS,
          TLS_CA_CERT,
          TLS_CERT,
          TLS_KEY,
          TLS_VERIFY,
          VERSION,
          HELP);

  private GlobalFlags() {}
}
